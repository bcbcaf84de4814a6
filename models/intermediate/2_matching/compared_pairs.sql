with

compared as (
    {{ compared_pairs_of(ref('blocked_pairs')) | indent(4) }}
)

select * from compared
