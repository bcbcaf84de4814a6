with

pairs as (select * from {{ ref('related_pairs') }}),

records as (select * from {{ ref('standardized_records') }}),

dwellings as (select * from {{ ref('household_dwellings') }}),

employers as (
    select * from {{ ref('customer_links') }}
    where link_kind = 'account'
),

shared_contacts as (select * from {{ ref('shared_contacts') }}),

record_evidence as (
    select
        least(pairs.customer_id_l, pairs.customer_id_r) as customer_id_l,
        greatest(pairs.customer_id_l, pairs.customer_id_r) as customer_id_r,
        max(pairs.related_probability) as related_probability,
        count(*) as record_pair_count,
        max(case when records_l.family_name_key = records_r.family_name_key then 1 else 0 end) as same_surname,
        max(case when shared_contacts.record_no_l is not null then 1 else 0 end) as same_contact,
        max(case when records_l.organization_name_key = records_r.organization_name_key then 1 else 0 end)
            as same_organization
    from pairs
    inner join records as records_l on pairs.record_no_l = records_l.record_no
    inner join records as records_r on pairs.record_no_r = records_r.record_no
    left join shared_contacts
        on pairs.record_no_l = shared_contacts.record_no_l and pairs.record_no_r = shared_contacts.record_no_r
    group by least(pairs.customer_id_l, pairs.customer_id_r), greatest(pairs.customer_id_l, pairs.customer_id_r)
),

shared_employers as (
    select distinct
        record_evidence.customer_id_l,
        record_evidence.customer_id_r
    from record_evidence
    inner join employers as employers_l on record_evidence.customer_id_l = employers_l.customer_id
    inner join employers as employers_r
        on
            record_evidence.customer_id_r = employers_r.customer_id
            and employers_l.linked_customer_id = employers_r.linked_customer_id
),

evidence as (
    select
        record_evidence.customer_id_l,
        record_evidence.customer_id_r,
        record_evidence.related_probability,
        record_evidence.record_pair_count,
        coalesce(dwellings_l.dwelling_key = dwellings_r.dwelling_key, false) as same_dwelling,
        record_evidence.same_surname = 1 as same_surname,
        record_evidence.same_contact = 1 as same_contact,
        record_evidence.same_organization = 1 or shared_employers.customer_id_l is not null as same_employer
    from record_evidence
    left join dwellings as dwellings_l on record_evidence.customer_id_l = dwellings_l.customer_id
    left join dwellings as dwellings_r on record_evidence.customer_id_r = dwellings_r.customer_id
    left join shared_employers
        on
            record_evidence.customer_id_l = shared_employers.customer_id_l
            and record_evidence.customer_id_r = shared_employers.customer_id_r
)

select * from evidence
