{{ config(materialized='ephemeral') }}

with

addresses as (
    {{ optional_columns(
        source('sap', 'adrc'),
        required=['client', 'addrnumber', 'street', 'city1', 'post_code1', 'country'],
        optional=[
            'date_from', 'nation', 'house_num1', 'house_num2', 'roomnumber', 'floor',
            'region', 'tel_number', 'tel_extens', '_fivetran_deleted',
        ]
    ) }}
),

addresses_by_age as (
    select
        *,
        row_number() over (
            partition by client, addrnumber
            order by
                coalesce(nullif({{ trim_spaces('nation') }}, ''), ' ') asc,
                coalesce(date_from, '') desc,
                city1 asc nulls last,
                street asc nulls last,
                house_num1 asc nulls last,
                post_code1 asc nulls last
        ) as address_rank
    from addresses
    where coalesce(lower(_fivetran_deleted), 'false') in ('false', 'f', '0')
)

select * from addresses_by_age
