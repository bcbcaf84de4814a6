{{ config(materialized='ephemeral') }}

with

emails as (
    {{ optional_columns(
        source('sap', 'adr6'),
        required=['client', 'addrnumber', 'smtp_addr'],
        optional=['date_from', 'consnumber', 'flgdefault', 'flg_nouse', '_fivetran_deleted']
    ) }}
),

emails_by_preference as (
    select
        *,
        row_number() over (
            partition by client, addrnumber
            order by case when flgdefault = 'X' then 0 else 1 end, consnumber nulls last, smtp_addr nulls last
        ) as email_rank
    from emails
    where
        {{ first_filled('smtp_addr') }} is not null
        and coalesce(flg_nouse, '') <> 'X'
        and coalesce(lower(_fivetran_deleted), 'false') in ('false', 'f', '0')
)

select * from emails_by_preference
