{#- Shows schema `state` to a run: views on the last published file, or empty tables before the first publish. -#}
{% macro prepare_state() %}
{% endmacro %}
