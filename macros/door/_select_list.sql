{#- Private to the door: a select list of exactly the known names, in their order, each as text, null where nothing is given.
    ({'city': 'ort01'}, ['city', 'region'], 'attribute', where) -> cast(ort01 as {{ dbt.type_string() }}) as city, cast(null as {{ dbt.type_string() }}) as region -#}
{% macro _select_list(expressions, known, what, where_listed) -%}
    {%- for name in expressions if name not in known -%}
        {{ exceptions.raise_compiler_error(
            "'" ~ name ~ "' is no canonical " ~ what ~ ". The nearest one is '" ~ _nearest_name(name, known)
            ~ "'; all of them stand in " ~ where_listed ~ "."
        ) }}
    {%- endfor -%}
    {%- for name in known %}
    cast({{ expressions.get(name, 'null') }} as {{ dbt.type_string() }}) as {{ name }}{{ ',' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- The known name that shares most pairs of neighbouring letters: ('frist_name', ['first_name', 'city']) -> first_name -#}
{% macro _nearest_name(name, known) -%}
    {%- set best = namespace(name='', likeness=-1) -%}
    {%- for candidate in known -%}
        {%- set shared = namespace(pairs=0) -%}
        {%- for i in range(name | length - 1) if name[i:i + 2] in candidate -%}
            {%- set shared.pairs = shared.pairs + 1 -%}
        {%- endfor -%}
        {%- set likeness = 2 * shared.pairs / (name | length + candidate | length) -%}
        {%- if likeness > best.likeness -%}
            {%- set best.name, best.likeness = candidate, likeness -%}
        {%- endif -%}
    {%- endfor -%}
    {{- best.name -}}
{%- endmacro %}
