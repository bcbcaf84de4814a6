{#- A folded family name whose first syllable some write apart: Mac Donald, O Brien, D Angelo, Al Saud.
    'mac donald' -> 'macdonald', 'de la cruz' -> 'de la cruz' -#}
{% macro join_name_prefix(text) -%}
case when {{ text }} like '% %' then {{ replace_pattern(text, '^(mac|mc|o|d|al|el) ', '\\1') }} else {{ text }} end
{%- endmacro %}
