{#- One text for several, to find what is spelled alike: text_key(['city', 'country']) -> 'Paris' (unit separator) 'FR'.
    A null counts as an empty text. -#}
{% macro text_key(columns) -%}
{%- for column in columns -%}
coalesce({{ column }}, ''){{ " || '\x1f' || " if not loop.last }}
{%- endfor -%}
{%- endmacro %}
