{#- A text whose letters and marks are one character where Unicode has one (NFC), so that both ways to write it are one text.
    'e' and a combining acute -> 'é' -#}
{% macro compose_letters(text) %}{{ return(adapter.dispatch('compose_letters', 'customer_master')(text)) }}{% endmacro %}

{% macro default__compose_letters(text) %}nfc_normalize({{ text }}){% endmacro %}

{% macro postgres__compose_letters(text) %}normalize({{ text }}, nfc){% endmacro %}

{% macro spark__compose_letters(text) %}compose_letters({{ text }}){% endmacro %}
