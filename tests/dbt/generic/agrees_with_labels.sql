{#- A row when a crosswalk is below a floor of precision or recall on labelled pairs (record_id_l, record_id_r, is_match);
    no label, no row. Pairs with a record that the crosswalk does not have are not judged.

    agrees_with_labels(labels=ref('match_labels'), least_recall=0.9) -> ('recall', 0.82, 0.9, 50) -#}
{% test agrees_with_labels(model, labels, least_precision=var('least_precision'), least_recall=var('least_recall')) %}
    with

    customers as (
        select * from {{ model }} where customer_id <> 0
    ),

    labels as (
        select * from {{ labels }}
    ),

    judged as (
        select
            labels.is_match,
            l.customer_id = r.customer_id as is_one_customer
        from labels
        inner join customers as l on labels.record_id_l = l.record_id
        inner join customers as r on labels.record_id_r = r.record_id
    ),

    counts as (
        select
            count(case when is_match then 1 end) as true_pairs,
            count(case when is_one_customer then 1 end) as found_pairs,
            count(case when is_match and is_one_customer then 1 end) as correct_pairs
        from judged
    ),

    shares as (
        select
            'precision' as measure,
            1.0 * correct_pairs / nullif(found_pairs, 0) as is_now,
            {{ least_precision }} as least,
            found_pairs as pairs
        from counts
        union all
        select
            'recall' as measure,
            1.0 * correct_pairs / nullif(true_pairs, 0) as is_now,
            {{ least_recall }} as least,
            true_pairs as pairs
        from counts
    )

    select * from shares where is_now < least
{% endtest %}
