with

compared as (
    {{ compared_pairs_of(ref('blocked_pairs'), 'rule_no') | indent(4) }}
)

select * from compared
