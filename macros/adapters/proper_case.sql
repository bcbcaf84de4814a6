{#- A name typed in one case as people write it; a name in mixed case stays.
    'JAN VAN DER BERG' -> 'Jan van der Berg', 'mary-ann o''neil' -> 'Mary-Ann O''Neil', 'McKay' -> 'McKay' -#}
{% macro proper_case(text) %}{{ return(adapter.dispatch('proper_case', 'customer_master')(text)) }}{% endmacro %}

{% macro default__proper_case(text) -%}
{%- set parts = "replace(replace(upper(substr(" ~ text ~ ", 1, 1)) || lower(substr(" ~ text ~ ", 2)), '-', '- '), '\'\'', '\'\' ')" -%}
{%- set written -%}
case
            when word in ({{ _particles() }}) then word
            when lower(word) like 'mc__%' then 'Mc' || upper(substr(word, 3, 1)) || substr(word, 4)
            else upper(substr(word, 1, 1)) || substr(word, 2)
        end
{%- endset -%}
case when {{ text }} <> upper({{ text }}) and {{ text }} <> lower({{ text }}) then {{ text }}
    else replace(replace({{ change_words(parts, 'word', written) }}, '- ', '-'), ''' ', '''')
end
{%- endmacro %}

{% macro _particles() -%}
'de', 'del', 'della', 'der', 'den', 'des', 'di', 'da', 'do', 'dos', 'du', 'la', 'las', 'le', 'los', 'van', 'von', 'vom', 'zu', 'zur',
    'zum', 'und', 'y', 'e', 'ter', 'ten', 'af', 'av', 'bin', 'ibn'
{%- endmacro %}

{% macro postgres__proper_case(text) %}functions.proper_case({{ text }}){% endmacro %}
