{#- How two values of any attribute agree that is compared as text (a comparison with `text: true`): 0 different, 1 similar, 2 same.
    Null when one is missing. l: 'gold member', r: 'gold' -> 1 -#}
{% macro compare_text(attribute) -%}
{%- set left_text, right_text = 'l.' ~ attribute, 'r.' ~ attribute -%}
case
    when {{ left_text }} is null or {{ right_text }} is null then null
    when {{ left_text }} = {{ right_text }} then 2
    when {{ words_contained(left_text, right_text) }} then 1
    when {{ jaro_winkler(left_text, right_text) }} >= 0.9 then 1
    else 0
end
{%- endmacro %}
