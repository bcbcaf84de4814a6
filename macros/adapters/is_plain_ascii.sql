{#- Whether a text has no accents and no other letters beyond ASCII: a cheap test before dear ones.
    'Munoz' -> true, 'Muñoz' -> false -#}
{% macro is_plain_ascii(text) %}{{ return(adapter.dispatch('is_plain_ascii', 'customer_master')(text)) }}{% endmacro %}

{% macro default__is_plain_ascii(text) %}(strlen({{ text }}) = length({{ text }})){% endmacro %}

{% macro postgres__is_plain_ascii(text) %}(octet_length({{ text }}) = length({{ text }})){% endmacro %}

{% macro spark__is_plain_ascii(text) %}(octet_length({{ text }}) = length({{ text }})){% endmacro %}
