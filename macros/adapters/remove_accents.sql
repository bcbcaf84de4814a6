{#- Letters without their accents; letters that are no accented Latin ones stay.
    'Muñoz Ángel' -> 'Munoz Angel' -#}
{% macro remove_accents(text) %}{{ return(adapter.dispatch('remove_accents', 'customer_master')(text)) }}{% endmacro %}

{% macro default__remove_accents(text) %}strip_accents({{ text }}){% endmacro %}

{% macro postgres__remove_accents(text) %}functions.remove_accents({{ text }}){% endmacro %}

{% macro spark__remove_accents(text) %}remove_accents({{ text }}){% endmacro %}
