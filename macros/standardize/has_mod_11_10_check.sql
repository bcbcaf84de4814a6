{#- Whether the last of a text's digits is its ISO 7064 mod 11,10 check digit.
    '136695976', 9 -> true (the digits of DE136695976) -#}
{% macro has_mod_11_10_check(text, length) -%}
{%- set state = namespace(product='10') -%}
{%- for place in range(1, length) -%}
{#- (x + 9) % 10 + 1 is x % 10 with 10 in place of 0, and names the nested expression only once. -#}
{%- set state.product = "(2 * ((" ~ digit_at(text, place) ~ " + " ~ state.product ~ " + 9) % 10 + 1) % 11)" -%}
{%- endfor -%}
({{ state.product }} + {{ digit_at(text, length) }}) % 10 = 1
{%- endmacro %}
