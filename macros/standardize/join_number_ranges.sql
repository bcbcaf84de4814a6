{#- House numbers from one to another in one word: 'Weg 12 - 14' -> 'Weg 12-14' -#}
{% macro join_number_ranges(line) -%}
case when {{ line }} like '% - %' then {{ replace_pattern(line, '([0-9][a-zA-Z]?) - ([0-9])', '\\1-\\2') }} else {{ line }} end
{%- endmacro %}
