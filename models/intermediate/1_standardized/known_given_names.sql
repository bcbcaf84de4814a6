with

source_records as (select * from {{ ref('source_records') }}),

nicknames as (select * from {{ ref('nicknames') }}),

given_names as (
    select {{ fold_text("split_part(given_name, ' ', 1)") }} as given_name_key
    from source_records
    where given_name is not null and family_name is not null
),

-- Once may be a slip; what two records have in their own given-name column is a given name.
used_twice as (
    select given_name_key
    from given_names
    where length(given_name_key) > 1
    group by given_name_key
    having count(*) > 1
),

known_given_names as (
    select given_name_key from used_twice
    union
    select name_key as given_name_key from nicknames
)

select * from known_given_names
