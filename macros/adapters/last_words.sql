{#- The last words of a text, null when it has fewer.
    'acme trading gmbh', 2 -> 'trading gmbh' -#}
{% macro last_words(text, count) %}{{ return(adapter.dispatch('last_words', 'customer_master')(text, count)) }}{% endmacro %}

{% macro default__last_words(text, count) -%}
case when split_part({{ text }}, ' ', -{{ count }}) <> '' then
    {%- for back in range(count, 0, -1) %} split_part({{ text }}, ' ', -{{ back }}){{ " || ' ' ||" if not loop.last }}{% endfor %} end
{%- endmacro %}
