{#- A 64-bit integer that stands for some columns in joins within one build, null when one of them is null; never stored in `state`.
    hash_key(['family_sound', 'birth_date']) -> 5123099127650123 -#}
{% macro hash_key(columns) %}{{ return(adapter.dispatch('hash_key', 'customer_master')(columns)) }}{% endmacro %}

{% macro default__hash_key(columns) -%}
case when {% for column in columns %}{{ column }} is not null{{ ' and ' if not loop.last }}{% endfor %} then hash({{ columns | join(', ') }}) end
{%- endmacro %}
