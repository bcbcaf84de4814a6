{#- Rows that lack a value in one of the columns, in one query a model: not_null_columns(columns=[a, b]) -> the rows. -#}
{% test not_null_columns(model, columns) %}
    select *
    from {{ model }}
    where {% for column in columns %}{{ column }} is null{{ ' or ' if not loop.last }}{% endfor %}
{% endtest %}
