{#- What was published of a state table plus what the inbox holds since; a key in the inbox replaces that key's
    published rows (an approval completes a proposal, a retrained version replaces itself).

    state {1: proposed, 2: approved} + inbox {1: approved, 3: proposed} -> {1: approved, 2: approved, 3: proposed} -#}
{% macro state_with_inbox(table) %}
    {%- set definition = state_tables()[table] -%}
    {%- set columns = definition.columns | list -%}
with

published as (
    select * from {{ source('state', table) }}
),

inbox as (
    select * from {{ source('inbox', table) }}
),

kept as (
    select published.*
    from published
    where not exists (
        select 1 from inbox
        where {% for column in definition.key %}{{ 'and ' if not loop.first }}inbox.{{ column }} = published.{{ column }}{% endfor %}
    )
),

united as (
    select {{ columns | join(', ') }} from kept
    union all
    select {{ columns | join(', ') }} from inbox
)

select * from united
{%- endmacro %}
