{#- The columns of a contact point beside its record_id: contact_point_parts() -> ['kind', 'label', ...] -#}
{% macro contact_point_parts() -%}
    {{ return([
        'kind', 'label', 'is_primary', 'valid_from',
        'email', 'phone', 'website',
        'street_address', 'house_number', 'unit', 'city', 'region', 'postal_code', 'country',
    ]) }}
{%- endmacro %}
