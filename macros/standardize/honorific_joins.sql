{#- The outer words of a name that may be titles, suffixes or degrees, as columns: front_prefix_1 and so on; sides says how many.
    Only what stands beside other words can be one, and of two texts each may have both. -#}
{% macro honorific_words(sides) -%}
{%- for side, last in sides.items() -%}
{%- set text, kind = side.split('_') -%}
{%- for place in range(1, last + 1) -%}
,
        case
            when {{ "not is_one_text and " if side in ['back_prefix', 'front_suffix'] }}{{ text }}_words > {# -#}
            {{ "words_to_keep" if side == 'back_suffix' else "1" }} + {{ place - 1 }}
            then
                {{ word_key("split_part(" ~ text ~ "_text, ' ', " ~ (place if kind == 'prefix' else -place) ~ ")") }}
            end as {{ side }}_{{ place }}
{%- endfor -%}
{%- endfor -%}
{%- endmacro %}

{#- The joins that say which of these words are titles, suffixes or degrees: left join honorifics as front_prefix_1_found on ... -#}
{% macro honorific_joins(sides) -%}
{%- for side, last in sides.items() %}
{%- for place in range(1, last + 1) %}
    left join honorifics as {{ side }}_{{ place }}_found
        on outer_words.{{ side }}_{{ place }} = {{ side }}_{{ place }}_found.honorific_key
            and {{ side }}_{{ place }}_found.position in (
                {{- "'suffix', 'degree'" if side.endswith('suffix') else "'prefix', 'further prefix'" if place > 1 else "'prefix'" }})
{%- endfor %}
{%- endfor %}
{%- endmacro %}

{#- The suffix among the words found; degrees are none. -#}
{% macro suffix_found(sides) -%}
coalesce(
            {%- for side, last in sides.items() if side.endswith('suffix') -%}
            {%- set last_side = loop.last -%}
            {%- for place in range(1, last + 1) %}
            case when {{ side }}_{{ place }}_found.position = 'suffix' then {{ side }}_{{ place }}_found.honorific end
            {{- '' if last_side and loop.last else ',' }}
            {%- endfor -%}
            {%- endfor %}
        )
{%- endmacro %}
