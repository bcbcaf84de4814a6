{#- Rows whose key columns occur more than once, nulls counting as equal: unique_key(columns=[a, b]) -> (a, b, row_count). -#}
{% test unique_key(model, columns) %}
    select
        {{ columns | join(', ') }},
        count(*) as row_count
    from {{ model }}
    group by {{ columns | join(', ') }}
    having count(*) > 1
{% endtest %}
