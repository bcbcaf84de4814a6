{#- A date of SAP as text, null where SAP means none: sap_date('birthdt') -> '19640517'; null for '', '00000000' and '00010101' -#}
{% macro sap_date(column) -%}
    case when {{ trim_spaces(column) }} not in ('', '00000000', '00010101') then {{ trim_spaces(column) }} end
{%- endmacro %}
