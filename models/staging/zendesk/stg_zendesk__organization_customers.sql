with

organizations as (
    {{ optional_columns(
        source('zendesk', 'organization'),
        required=['id', 'name'],
        optional=['created_at', 'updated_at', '_fivetran_deleted']
    ) }}
),

customers as (
    select
        {{ record_columns('zendesk', 'organization', 'id') }},
        {{ canonical_columns({
            'party_type': "'organization'",
            'customer_role': "'account'",
            'organization_name': 'name',
            'is_deleted': '_fivetran_deleted',
            'created_at': 'created_at',
            'updated_at': 'updated_at',
        }) }}
    from organizations
)

select * from customers
