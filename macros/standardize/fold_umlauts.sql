{#- A folded text in which a spelled-out umlaut is the plain letter: 'ä', 'ae' and 'a' become one.
    'mueller' -> 'muller', 'koenigstrasse' -> 'konigstrasse', 'sue' -> 'sue' -#}
{% macro fold_umlauts(text) -%}
case when {{ text }} like '%ae_%' or {{ text }} like '%oe_%' or {{ text }} like '%ue_%'
    then {{ replace_pattern(text, '([aou])e([b-df-hj-np-tv-z])', '\\1\\2') }} else {{ text }} end
{%- endmacro %}
