{#- Whether a text of digits and capitals (A = 10 ... Z = 35) leaves 1 divided by 97, as LEI do.
    '213800KUD8LAJWSQ9D15', 20 -> true -#}
{% macro has_mod_97_check(text, length) %}{{ mod_97(text, range(1, length + 1)) }} = 1{% endmacro %}

{#- What the characters at some places leave divided by 97; places behind the end count for nothing. -#}
{% macro mod_97(text, places, may_end=false) -%}
{%- set state = namespace(rest='0') -%}
{%- for place in places -%}
{%- set character = "substr(" ~ text ~ ", " ~ place ~ ", 1)" -%}
{%- set state.rest = "((" ~ state.rest ~ " * case when " ~ character ~ " > '9' then 100 "
    ~ ("when " ~ character ~ " = '' then 1 " if may_end else "") ~ "else 10 end + position(" ~ character
    ~ " in '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') - 1) % 97)" -%}
{%- endfor -%}
{{ state.rest }}
{%- endmacro %}
