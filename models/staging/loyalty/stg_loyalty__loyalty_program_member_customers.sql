with

members as (
    {{ optional_columns(
        source('loyalty', 'loyalty_program_member'),
        required=['member_number', 'last_name'],
        optional=[
            'title', 'first_name', 'birth_date', 'email', 'mobile', 'street', 'house_number', 'postal_code', 'city',
            'country_code', 'enrolled_on', 'status', 'updated_at',
        ]
    ) }}
),

customers as (
    select
        {{ record_columns('loyalty', 'loyalty_program_member', 'member_number') }},
        {{ canonical_columns({
            'party_type': "'person'",
            'customer_role': "'account'",
            'name_prefix': 'title',
            'given_name': 'first_name',
            'family_name': 'last_name',
            'birth_date': 'birth_date',
            'email': 'email',
            'phone': 'mobile',
            'street_address': 'street',
            'house_number': 'house_number',
            'city': 'city',
            'postal_code': 'postal_code',
            'country': 'country_code',
            'loyalty_number': 'member_number',
            'is_deleted': "case when lower(status) = 'closed' then 'true' end",
            'created_at': 'enrolled_on',
            'updated_at': 'updated_at',
        }) }}
    from members
)

select * from customers
