{#- An expression of one named value, worked out once and read as often as it likes; keeps long chains of functions flat to parsers.
    apply_to('lower(x)', 'small', 'replace(small, ...)') -> what the expression makes of lower(x) -#}
{% macro apply_to(text, name, expression) %}{{ return(adapter.dispatch('apply_to', 'customer_master')(text, name, expression)) }}{% endmacro %}

{% macro default__apply_to(text, name, expression) %}list_transform([{{ text }}], lambda {{ name }}: {{ expression }})[1]{% endmacro %}
