{#- A 64-bit integer that stands for some columns in joins within one build, null when one of them is null; never stored in `state`.
    hash_key(['family_sound', 'birth_date']) -> 5123099127650123
    exact=false is cheaper and now and then the same for two texts: for candidates that are compared anyway, not for evidence. -#}
{% macro hash_key(columns, exact=true) %}{{ return(adapter.dispatch('hash_key', 'customer_master')(columns, exact)) }}{% endmacro %}

{#- DuckDB's hash() of two texts that differ in two places is at times the same ('...92907|hamilton road|8', '...92904|hamilton road|3'):
    the same texts moved by one place are hashed along with them. -#}
{% macro default__hash_key(columns, exact) -%}
case when {% for column in columns %}{{ column }} is not null{{ ' and ' if not loop.last }}{% endfor %} then hash({{ columns | join(', ') }}
    {%- if exact %}, concat_ws('~', '', {{ columns | join(', ') }}){% endif %}) end
{%- endmacro %}

{% macro postgres__hash_key(columns, exact) -%}
case when {% for column in columns %}{{ column }} is not null{{ ' and ' if not loop.last }}{% endfor %} then
    hashtextextended(concat_ws('~', {{ columns | join(', ') }}), 0) end
{%- endmacro %}

{% macro spark__hash_key(columns, exact) -%}
case when {% for column in columns %}{{ column }} is not null{{ ' and ' if not loop.last }}{% endfor %} then
    xxhash64(concat_ws('~', {{ columns | join(', ') }})) end
{%- endmacro %}
