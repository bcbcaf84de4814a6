with

source_records as (select * from {{ ref('source_records') }}),

source_contact_points as (select * from {{ ref('source_contact_points') }}),

email_providers as (select * from {{ ref('email_providers') }}),

role_mailboxes as (
    select distinct {{ role_key('local_part') }} as role_key from {{ ref('role_mailboxes') }}
),

disposable_email_domains as (select * from {{ ref('disposable_email_domains') }}),

junk_values as (select * from {{ ref('junk_values') }} where kind like 'email%'),

emails as (
    select record_no, 0 as contact_point_no, email as raw_email from source_records where {{ trim_spaces('email') }} <> ''
    union all
    select record_no, contact_point_no, email as raw_email from source_contact_points where {{ trim_spaces('email') }} <> ''
),

trimmed as (
    select *, {{ standardize_email('raw_email') }} as email_text from emails
),

parted as (
    select
        *,
        split_part(email_text, '@', 1) as local_part,
        split_part(email_text, '@', 2) as domain,
        {{ is_email('email_text') }} as is_email
    from trimmed
),

judged as (
    select
        parted.*,
        providers.canonical_domain,
        providers.ignores_dots,
        providers.tag_separator,
        providers.domain is not null as is_free_provider,
        role_mailboxes.role_key is not null as is_role_mailbox,
        disposable_email_domains.domain is not null as is_disposable,
        case
            when parted.email_text = '' then 'junk'
            when coalesce(junk_addresses.issue, junk_locals.issue, junk_domains.issue) is not null then 'junk'
            when not parted.is_email then 'invalid_syntax'
            when disposable_email_domains.domain is not null then 'disposable'
        end as issue
    from parted
    left join email_providers as providers on parted.domain = providers.domain
    left join role_mailboxes on {{ role_key('parted.local_part') }} = role_mailboxes.role_key
    left join disposable_email_domains on parted.domain = disposable_email_domains.domain
    left join junk_values as junk_addresses on junk_addresses.kind = 'email' and parted.email_text = junk_addresses.value_key
    left join junk_values as junk_locals on junk_locals.kind = 'email_local_part' and parted.local_part = junk_locals.value_key
    left join junk_values as junk_domains on junk_domains.kind = 'email_domain' and parted.domain = junk_domains.value_key
),

standardized_emails as (
    select
        record_no,
        contact_point_no,
        raw_email,
        case when issue is null or issue = 'disposable'
            then {{ canonical_email('local_part', 'domain', 'canonical_domain', 'ignores_dots', 'tag_separator') }} end as email,
        case when issue is null or issue = 'disposable' then coalesce(canonical_domain, domain) end as email_domain,
        is_free_provider,
        is_role_mailbox,
        is_disposable,
        issue
    from judged
)

select * from standardized_emails
