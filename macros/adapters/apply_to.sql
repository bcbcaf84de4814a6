{#- An expression of one named value, worked out once and read as often as it likes; keeps long chains of functions flat to parsers.
    apply_to('lower(x)', 'small', 'replace(small, ...)') -> what the expression makes of lower(x) -#}
{% macro apply_to(text, name, expression) %}{{ return(adapter.dispatch('apply_to', 'customer_master')(text, name, expression)) }}{% endmacro %}

{% macro default__apply_to(text, name, expression) %}list_transform([{{ text }}], lambda {{ name }}: {{ expression }})[1]{% endmacro %}

{#- OFFSET 0 keeps PostgreSQL from putting the text in the place of every mention of its name, again and again. -#}
{% macro postgres__apply_to(text, name, expression) %}(select {{ expression }} from (select {{ text }} as {{ name }} offset 0) as named){% endmacro %}

{% macro spark__apply_to(text, name, expression) %}transform(array({{ text }}), {{ name }} -> {{ expression }})[0]{% endmacro %}
