{#- The digits of a text, from a place on, times weights.
    '123', [8, 7, 6] -> 40 -#}
{% macro weighted_sum(text, weights, first=1) -%}
({% for weight in weights %}{{ digit_at(text, first + loop.index0) }} * {{ weight }}{{ ' + ' if not loop.last }}{% endfor %})
{%- endmacro %}
