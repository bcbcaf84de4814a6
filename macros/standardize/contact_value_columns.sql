{#- The value columns of a contact point, in the order of standardized_contact_points.
    'own' -> own.value_key, own.email, own.phone, ..., own.is_valid -#}
{% macro contact_value_columns(relation) -%}
{%- for column in ['value_key', 'email', 'phone', 'website', 'street', 'street_key', 'house_number', 'unit', 'city', 'region', 'postal_code',
    'country', 'is_valid'] -%}
{{ relation }}.{{ column }}{{ ', ' if not loop.last }}
{%- endfor %}
{%- endmacro %}
