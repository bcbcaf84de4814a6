{#- Rows that break a model's grain, in one query a model: a second row of one key (nulls counting as equal), or a null
    where there must be none.

    grain(key=[record_no], not_null=[record_no, kind]) -> ('two rows with one key', '7'), ('null', 'kind') -#}
{% test grain(model, key=[], not_null=[]) %}
    with

    checked as (
        select * from {{ model }}
    )

    {%- if key %},

    repeated as (
        select
            'two rows with one key' as problem,
            {%- for column in key %}
            {{ "|| ', ' || " if not loop.first }}coalesce(cast({{ column }} as {{ dbt.type_string() }}), 'null')
            {%- endfor %} as detail
        from checked
        group by {{ key | join(', ') }}
        having count(*) > 1
    )
    {%- endif %}
    {%- if not_null %},

    empty as (
        select
            'null' as problem,
            case {% for column in not_null %}when {{ column }} is null then '{{ column }}' {% endfor %}end as detail
        from checked
        where {% for column in not_null %}{{ column }} is null{{ ' or ' if not loop.last }}{% endfor %}
    )
    {%- endif %}

    {% if key %}select problem, detail from repeated{% endif %}
    {{- '\n    union all' if key and not_null }}
    {% if not_null %}select problem, detail from empty{% endif %}
{% endtest %}
