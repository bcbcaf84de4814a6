{#- A postal code's shape, as the seed of the countries' shapes has it: digits as 9, letters as A.
    'SW1A 1AA' -> 'AA9A9AA' -#}
{% macro postal_code_shape(characters) -%}
case when not {{ has_pattern(characters, '[^0-9]') }} then substr('999999999999', 1, length({{ characters }}))
    else {{ replace_pattern(replace_pattern(characters, '[0-9]', '9'), '[A-Z]', 'A') }} end
{%- endmacro %}
