with

users as (
    {{ optional_columns(
        source('zendesk', 'user'),
        required=['id', 'name', 'role'],
        optional=['email', 'phone', 'organization_id', 'active', 'verified', 'created_at', 'updated_at']
    ) }}
),

-- Agents and admins answer tickets: they are no customers.
end_users as (
    select * from users where role = 'end-user' or role is null
),

customers as (
    select
        {{ record_columns('zendesk', 'user', 'id') }},
        {{ canonical_columns({
            'customer_role': "'contact'",
            'full_name': 'name',
            'email': 'email',
            'phone': 'phone',
            'account_record_id': record_id('zendesk', 'organization', 'organization_id'),
            'verified_attributes': "case when lower(verified) in ('true', 't', '1') then 'email' end",
            'is_deleted': "case when lower(active) in ('false', 'f', '0') then 'true' end",
            'created_at': 'created_at',
            'updated_at': 'updated_at',
        }) }}
    from end_users
)

select * from customers
