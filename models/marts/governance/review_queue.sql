with

pairs as (
    select * from {{ ref('match_pairs_explained') }}
    where decision = 'review' or (decision = 'cut' and coalesce(cut_reason, 'unknown') <> 'split_out')
),

decided_pairs as (select * from {{ ref('decided_customer_pairs') }}),

customer_cases as (select * from {{ ref('customer_review_cases') }}),

open_pairs as (
    select
        pairs.*,
        least(pairs.customer_id_l, pairs.customer_id_r) as customer_id,
        greatest(pairs.customer_id_l, pairs.customer_id_r) as other_customer_id
    from pairs
    left join decided_pairs
        on
            least(pairs.customer_id_l, pairs.customer_id_r) = decided_pairs.customer_id_l
            and greatest(pairs.customer_id_l, pairs.customer_id_r) = decided_pairs.customer_id_r
    where decided_pairs.customer_id_l is null
),

-- One case a pair of customers: its strongest pair of records, a cut one first.
ranked_pairs as (
    select
        *,
        row_number() over (
            partition by customer_id, other_customer_id
            order by
                case decision when 'cut' then 0 else 1 end,
                coalesce(match_probability, 1) desc,
                {{ binary_order('record_id_l') }},
                {{ binary_order('record_id_r') }}
        ) as pair_rank
    from open_pairs
),

cases as (
    select
        case decision when 'cut' then 'cut_pair' else 'possible_match' end as case_kind,
        customer_id,
        other_customer_id,
        record_id_l,
        record_id_r,
        match_probability as probability,
        cut_reason as reason
    from ranked_pairs
    where pair_rank = 1
    union all
    select
        case_kind,
        customer_id,
        null as other_customer_id,
        record_id_l,
        record_id_r,
        probability,
        reason
    from customer_cases
),

-- Cut pairs first: a rule and the evidence disagree about them. Then what is nearest to a coin toss.
prioritized as (
    select
        cast(row_number() over (
            order by
                case case_kind when 'cut_pair' then 0 else 1 end,
                abs(coalesce(probability, 0.25) - 0.5),
                case_kind,
                customer_id,
                other_customer_id
        ) as bigint) as priority,
        *
    from cases
)

select * from prioritized
