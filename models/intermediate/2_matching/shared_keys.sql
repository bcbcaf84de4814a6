with

keys as (
    select * from {{ ref('record_keys') }}
),

sizes as (
    select
        key_kind,
        record_key,
        count(*) as record_count
    from keys
    group by 1, 2
    having count(*) between 2 and 2 * {{ var('blocking_key_limit') }}
),

counts as (
    select
        record_no,
        key_kind,
        count(*) as key_count
    from keys
    group by 1, 2
),

-- Records with one contact point of a kind are compared by it; only what several points can share is looked up.
usable as (
    select
        keys.*,
        case when keys.is_personal then 2 else 1 end as key_strength,
        counts.key_count
    from keys
    inner join sizes on keys.key_kind = sizes.key_kind and keys.record_key = sizes.record_key
    inner join counts on keys.record_no = counts.record_no and keys.key_kind = counts.key_kind
),

shared as (
    select
        l.record_no as record_no_l,
        r.record_no as record_no_r,
        {%- for kind in ['email', 'phone', 'domain', 'address', 'identifier', 'rare_word'] %}
        max(case when l.key_kind = '{{ kind }}' then l.key_strength else 0 end) as {{ kind }}{{ ',' if not loop.last }}
        {%- endfor %}
    from usable as l
    inner join usable as r on l.key_kind = r.key_kind and l.record_key = r.record_key
    where
        l.record_no < r.record_no
        and (l.key_count + r.key_count > 2 or l.key_kind in ('identifier', 'rare_word'))
    group by 1, 2
)

select * from shared
