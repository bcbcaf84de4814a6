{#- An identifier's characters as its kind is written in full: VAT numbers with their country, zeros that were left out, the court last.
    'vat_be', '403019261' -> 'BE0403019261'; 'company_number_gb', '1234567' -> '01234567'; 'handelsregister', 'KLNHRB123' -> 'HRB123KLN' -#}
{% macro identifier_value(kind, characters) -%}
case
    when {{ kind }} like 'vat___' then upper(substr({{ kind }}, 5)) || {{ _vat_body(kind, _without_country(kind, characters)) }}
    when {{ kind }} = 'company_number_gb' and length({{ characters }}) < 8 and {{ has_pattern(characters, '^[0-9]+$') }}
        then lpad({{ characters }}, 8, '0')
    when {{ kind }} = 'utr' then replace({{ characters }}, 'K', '')
    when {{ kind }} = 'handelsregister'
        then {{ replace_pattern("replace(" ~ characters ~ ", 'AMTSGERICHT', '')", '^([^0-9]*)((HRA|HRB|GNR|PR|VR)[0-9]+.*)$', '\\2\\1') }}
    else {{ characters }}
end
{%- endmacro %}

{#- Greek numbers begin with EL. -#}
{% macro _without_country(kind, characters) -%}
case when substr({{ characters }}, 1, 2) = upper(substr({{ kind }}, 5)) or ({{ kind }} = 'vat_gr' and {{ characters }} like 'EL%')
    then substr({{ characters }}, 3) else {{ characters }} end
{%- endmacro %}

{% macro _vat_body(kind, body) -%}
case
    when {{ kind }} = 'vat_be' and length({{ body }}) = 9 then '0' || {{ body }}
    when {{ kind }} = 'vat_gr' and length({{ body }}) = 8 then '0' || {{ body }}
    when {{ kind }} = 'vat_no' then replace({{ body }}, 'MVA', '')
    when {{ kind }} = 'vat_ch' then 'E' || {{ replace_pattern(body, '^E|MWST$|TVA$|IVA$|TPV$', '') }}
    else {{ body }}
end
{%- endmacro %}
