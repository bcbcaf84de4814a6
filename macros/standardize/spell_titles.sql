{#- A name with the titles spelled out that are an initial or a given name in other countries: French 'M.', Spanish 'D.' and 'Don'.
    'M. Luc Petit' in FR -> 'Monsieur Luc Petit', 'Gil, D. Luis' in ES -> 'Gil, Dn. Luis', 'M. Luc Petit' elsewhere -> as it is -#}
{% macro spell_titles(text, country) -%}
case
    when {{ country }} in ('FR', 'MC') and {{ text }} like '%M. _%' then {{ replace_pattern(text, '(^|, )M[.] ', '\\1Monsieur ') }}
    when {{ country }} in ('ES', 'MX', 'CO', 'AR', 'CL', 'PE') and {{ text }} like '%D% _%'
        then {{ replace_pattern(replace_pattern(text, '(^|, )(?:D[.]|Don) ', '\\1Dn. '), '(^|, )(?:D[.]?ª|Dª[.]|D[.]?a[.]) ', '\\1Dña. ') }}
    else {{ text }}
end
{%- endmacro %}
