{#- Whether a word is an initial.
    'J.' -> true, 'J' -> true, 'Jo' -> false -#}
{% macro is_initial(word) %}(length({{ word }}) = 1 or {{ word }} like '_.'){% endmacro %}

{#- One word of a text, counted from the front, or from the end if negative. -#}
{% macro _nth_word(text, place) %}split_part({{ text }}, ' ', {{ place }}){% endmacro %}
