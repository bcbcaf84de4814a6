{#- Whether one of two texts begins or ends with all of the other, in whole words; equality is for the caller.
    words_contained("'garcia lopez'", "'garcia'") -> true -#}
{% macro words_contained(left_text, right_text) -%}
case
    when position(' ' in {{ left_text }}) + position(' ' in {{ right_text }}) = 0 then false
    when length({{ left_text }}) > length({{ right_text }}) + 1
        then left({{ left_text }}, length({{ right_text }}) + 1) = {{ right_text }} || ' '
            or right({{ left_text }}, length({{ right_text }}) + 1) = ' ' || {{ right_text }}
    when length({{ right_text }}) > length({{ left_text }}) + 1
        then left({{ right_text }}, length({{ left_text }}) + 1) = {{ left_text }} || ' '
            or right({{ right_text }}, length({{ left_text }}) + 1) = ' ' || {{ left_text }}
    else false
end
{%- endmacro %}
