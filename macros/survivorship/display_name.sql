{#- What to call a customer, never null: its own kind of name, else any name, the last published one, or a contact point.
    display_name('profiles', 'golden_records') on an organization without a name but with an e-mail -> info@acme.example -#}
{% macro display_name(profiles, golden_records) -%}
    coalesce(
        case when {{ profiles }}.customer_type = 'organization' then {{ golden_records }}.organization_name end,
        {{ golden_records }}.full_name,
        {{ golden_records }}.organization_name,
        {{ profiles }}.last_display_name,
        {{ golden_records }}.email,
        {{ golden_records }}.phone,
        '(unknown)'
    )
{%- endmacro %}
