{#- A number below 2^31 that looks drawn by chance and is the same on every engine, from a whole number (two steps of Park and
    Miller's generator, 1988).
    drawn_number('record_no') -> ((record_no * 16807) % 2147483647 * 16807) % 2147483647 -#}
{% macro drawn_number(number) %}((({{ number }} * 16807) % 2147483647) * 16807) % 2147483647{% endmacro %}
