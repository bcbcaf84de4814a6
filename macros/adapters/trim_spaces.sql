{#- A text without spaces of any kind (Unicode category Zs) at its ends.
    '\u3000Anna ' -> 'Anna' -#}
{% macro trim_spaces(text) %}{{ return(adapter.dispatch('trim_spaces', 'customer_master')(text)) }}{% endmacro %}

{% macro default__trim_spaces(text) %}trim({{ text }}){% endmacro %}

{% macro postgres__trim_spaces(text) %}btrim({{ text }}, U&' \00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\202F\205F\3000'){% endmacro %}

{% macro spark__trim_spaces(text) %}trim(both ' \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000' from {{ text }}){% endmacro %}
