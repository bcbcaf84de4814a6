{#- Whether a text of digits and capitals (A = 10 ... Z = 35) leaves 1 divided by 97, as LEI do.
    '213800KUD8LAJWSQ9D15', 20 -> true -#}
{% macro has_mod_97_check(text, length) -%}
{%- set state = namespace(rest='0') -%}
{%- for place in range(1, length + 1) -%}
{%- set code = "ascii(substr(" ~ text ~ ", " ~ place ~ ", 1))" -%}
{%- set state.rest = "((" ~ state.rest ~ " * case when " ~ code ~ " > 64 then 100 else 10 end + " ~ code
    ~ " - case when " ~ code ~ " > 64 then 55 else 48 end) % 97)" -%}
{%- endfor -%}
{{ state.rest }} = 1
{%- endmacro %}
