{#- The one spelling of an address that reaches one mailbox, by the provider's rules.
    'a.berg+shop', 'googlemail.com' -> 'aberg@gmail.com' -#}
{% macro canonical_email(local_part, domain, canonical_domain, ignores_dots, tag_separator) -%}
case when {{ canonical_domain }} is null then {{ local_part }}
    when {{ ignores_dots }} then replace({{ _untagged(local_part, tag_separator) }}, '.', '')
    else {{ _untagged(local_part, tag_separator) }} end || '@' || coalesce({{ canonical_domain }}, {{ domain }})
{%- endmacro %}

{% macro _untagged(local_part, tag_separator) -%}
case when {{ tag_separator }} is null then {{ local_part }}
    else coalesce(nullif(split_part({{ local_part }}, {{ tag_separator }}, 1), ''), {{ local_part }}) end
{%- endmacro %}
