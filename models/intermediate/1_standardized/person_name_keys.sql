{{ config(materialized='view') }}

with

person_name_splits as (select * from {{ ref('person_name_splits') }}),

spelled as (
    select
        person_name_splits.*,
        {{ letters_for_digits('given_name') }} as given_spelled,
        {{ letters_for_digits('family_name') }} as family_spelled
    from person_name_splits
),

joined as (
    select
        *,
        {{ join_apostrophes('given_spelled') }} as given_joined,
        {{ join_apostrophes('family_spelled') }} as family_joined,
        {{ join_apostrophes('former_family_name') }} as former_joined
    from spelled
),

folded as (
    select
        *,
        {{ fold_text('nickname') }} as nickname_key,
        {{ fold_text('given_joined') }} as given_name_key,
        {{ fold_text('middle_name') }} as middle_name_key,
        {{ fold_text('family_joined') }} as family_folded,
        {{ fold_text('former_joined') }} as former_folded
    from joined
),

person_name_keys as (
    select
        *,
        {{ join_name_prefix(fold_umlauts('family_folded')) }} as family_name_key,
        {{ join_name_prefix(fold_umlauts('former_folded')) }} as former_family_name_key
    from folded
)

select * from person_name_keys
