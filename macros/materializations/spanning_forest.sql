{#- A model of edges (record_no_l, record_no_r, strength_rank: unique, 1 is strongest) becomes the table of those edges
    that sequential Kruskal keeps, strongest first, when it may not join two clusters whose guard values conflict.
    Config `guard_values` names a model (record_no, guard, guard_value); the model must ref() it too.

    edges 1-2 (rank 1), 2-3 (rank 2), 1-3 (rank 3); values (1, vat, A), (3, vat, B) -> keeps 1-2 only

    A round keeps each cluster's strongest feasible edge if it is the other side's strongest too, or if the cluster
    brings no guard value the other side lacks. DECISIONS.md proves that Kruskal keeps exactly these. -#}
{% materialization spanning_forest, default %}
    {%- set existing = load_cached_relation(this) -%}
    {%- set target = this.incorporate(type='table') -%}
    {{ run_hooks(pre_hooks) }}

    {%- set edges = loop_table('edges', compiled_code) -%}
    {%- set kept = _kept_edges(edges, ref(config.get('guard_values'))) -%}
    {% do replace_table(existing, target,
        'select edges.* from ' ~ edges ~ ' as edges inner join ' ~ kept ~ ' as kept'
        ~ ' on edges.strength_rank = kept.strength_rank') %}
    {% do drop_loop_table(kept) %}
    {% do drop_loop_table(edges) %}

    {{ run_hooks(post_hooks) }}
    {{ adapter.commit() }}
    {{ return({'relations': [target]}) }}
{% endmaterialization %}

{#- Runs the rounds until no feasible edge is left; returns the name of a table of kept strength_ranks. -#}
{% macro _kept_edges(edges, guard_values) %}
    {% set kept = loop_table('kept', 'select strength_rank from ' ~ edges ~ ' where false') %}
    {% set values = loop_table('values_0', _held_values_sql(guard_values, edges)) %}
    {% set first = loop_table('edges_0', _feasible_edges_sql(edges, 'record_no_l', 'record_no_r', values)) %}
    {% set state = namespace(edges=first, values=values) %}
    {% for round in range(1, 100000) %}
        {% if loop_value('select count(*) from ' ~ state.edges) == 0 %}
            {% do drop_loop_table(state.edges) %}
            {% do drop_loop_table(state.values) %}
            {% do return(kept) %}
        {% endif %}
        {% set choices = loop_table('choices', _strongest_edges_sql(state.edges)) %}
        {% set hooks = loop_table('hooks', _hooks_sql(choices, state.values)) %}
        {% do run_query('insert into ' ~ kept ~ ' select strength_rank from ' ~ hooks ~ ' where parent <> node') %}
        {% set roots = roots_of(hooks) %}
        {% set joined = loop_table('joined', _joined_edges_sql(state.edges, roots)) %}
        {% set values = loop_table('values_' ~ round, _joined_values_sql(state.values, roots)) %}
        {% set edges = loop_table('edges_' ~ round, _feasible_edges_sql(joined, 'node_l', 'node_r', values)) %}
        {% for table in [state.edges, state.values, choices, roots, joined] %}
            {% do drop_loop_table(table) %}
        {% endfor %}
        {% set state.edges = edges %}
        {% set state.values = values %}
    {% endfor %}
    {% do exceptions.raise_compiler_error(model.name ~ ': the spanning forest did not end in 99999 rounds.') %}
{% endmacro %}

{% macro _held_values_sql(guard_values, edges) %}
    select distinct held.record_no as node, held.guard, held.guard_value
    from {{ guard_values }} as held
    where held.record_no in (select record_no_l from {{ edges }} union all select record_no_r from {{ edges }})
{% endmacro %}

{#- The edges whose two clusters may still be joined: what conflicts once conflicts for ever, clusters only grow. -#}
{% macro _feasible_edges_sql(edges, node_l, node_r, values) %}
    with

    conflicting as (
        select distinct edges.strength_rank
        from {{ edges }} as edges
        inner join {{ values }} as held_l on edges.{{ node_l }} = held_l.node
        inner join {{ values }} as held_r on edges.{{ node_r }} = held_r.node and held_l.guard = held_r.guard
        where {{ guard_values_conflict('held_l.guard', 'held_l.guard_value', 'held_r.guard_value') }}
    )

    select edges.{{ node_l }} as node_l, edges.{{ node_r }} as node_r, edges.strength_rank
    from {{ edges }} as edges
    left join conflicting on edges.strength_rank = conflicting.strength_rank
    where conflicting.strength_rank is null
{% endmacro %}

{#- Each cluster's strongest feasible edge: (node, other, strength_rank, is_mutual). -#}
{% macro _strongest_edges_sql(edges) %}
    with

    ends as (
        select node_l as node, strength_rank from {{ edges }}
        union all
        select node_r, strength_rank from {{ edges }}
    ),

    strongest as (
        select node, min(strength_rank) as strength_rank
        from ends
        group by node
    ),

    chosen as (
        select strength_rank, count(*) as sides
        from strongest
        group by strength_rank
    )

    select
        strongest.node,
        case when edges.node_l = strongest.node then edges.node_r else edges.node_l end as other,
        strongest.strength_rank,
        chosen.sides = 2 as is_mutual
    from strongest
    inner join chosen on strongest.strength_rank = chosen.strength_rank
    inner join {{ edges }} as edges on strongest.strength_rank = edges.strength_rank
{% endmacro %}

{#- Which cluster joins which now: (node, parent, strength_rank); a cluster that waits is its own parent. -#}
{% macro _hooks_sql(choices, values) %}
    with

    bringing as (
        select distinct choices.node
        from {{ choices }} as choices
        inner join {{ values }} as held on choices.node = held.node
        where
            not exists (
                select 1
                from {{ values }} as theirs
                where
                    theirs.node = choices.other
                    and theirs.guard = held.guard
                    and theirs.guard_value = held.guard_value
            )
    )

    select
        choices.node,
        case
            when choices.is_mutual and choices.node > choices.other then choices.other
            when not choices.is_mutual and bringing.node is null then choices.other
            else choices.node
        end as parent,
        choices.strength_rank
    from {{ choices }} as choices
    left join bringing on choices.node = bringing.node
{% endmacro %}

{#- The edges between the joined clusters, of parallel ones the strongest. -#}
{% macro _joined_edges_sql(edges, roots) %}
    select
        case when root_l.parent < root_r.parent then root_l.parent else root_r.parent end as node_l,
        case when root_l.parent < root_r.parent then root_r.parent else root_l.parent end as node_r,
        min(edges.strength_rank) as strength_rank
    from {{ edges }} as edges
    inner join {{ roots }} as root_l on edges.node_l = root_l.node
    inner join {{ roots }} as root_r on edges.node_r = root_r.node
    where root_l.parent <> root_r.parent
    group by 1, 2
{% endmacro %}

{% macro _joined_values_sql(values, roots) %}
    select distinct roots.parent as node, held.guard, held.guard_value
    from {{ values }} as held
    inner join {{ roots }} as roots on held.node = roots.node
{% endmacro %}
