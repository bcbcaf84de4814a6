{#- An identifier's letters and digits, in upper case.
    'de 811.569-869' -> 'DE811569869' -#}
{% macro identifier_characters(text) %}upper({{ replace_pattern(text, '[^0-9A-Za-z]+', '') }}){% endmacro %}
