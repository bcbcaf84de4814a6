{#- A model of edges (record_no_l, record_no_r) becomes a table (record_no, component_no): every node that has an edge,
    and the smallest node it can be reached from. Config `node` names another key than record_no.

    edges 1-2, 2-3, 7-9 -> (1, 1), (2, 1), (3, 1), (7, 7), (9, 7)

    A round points each node at the smallest of itself and its neighbours, follows the pointers to their roots, and goes
    on with the roots as nodes. A root nobody points at has a smaller root as neighbour afterwards, so two rounds at
    least halve the nodes: n nodes need at most 2 log2(n) rounds of log2(n) steps, whatever the graph. -#}
{% materialization connected_components, default %}
    {%- set existing = load_cached_relation(this) -%}
    {%- set target = this.incorporate(type='table') -%}
    {%- set node = config.get('node', 'record_no') -%}
    {{ run_hooks(pre_hooks) }}

    {%- set labels = _component_labels(compiled_code, node) -%}
    {% do replace_table(existing, target,
        'select node as ' ~ node ~ ', component_no from ' ~ labels) %}
    {% do drop_loop_table(labels) %}

    {{ run_hooks(post_hooks) }}
    {{ adapter.commit() }}
    {{ return({'relations': [target]}) }}
{% endmaterialization %}

{#- Runs the rounds until no edge is left; returns the name of a table (node, component_no). -#}
{% macro _component_labels(edges_sql, node) %}
    {% set edges = loop_table('edges_0', _plain_edges_sql(edges_sql, node)) %}
    {% set state = namespace(edges=edges, labels=none) %}
    {% for round in range(1, 130) %}
        {% set parents = loop_table('parents', _smallest_neighbours_sql(state.edges)) %}
        {% set roots = roots_of(parents) %}
        {% set edges = loop_table('edges_' ~ round, _contracted_edges_sql(state.edges, roots)) %}
        {% set labels = loop_table('labels_' ~ round, _relabelled_sql(state.labels, roots)) %}
        {% for table in [state.edges, state.labels, roots] if table %}
            {% do drop_loop_table(table) %}
        {% endfor %}
        {% set state.edges = edges %}
        {% set state.labels = labels %}
        {% if loop_value('select count(*) from ' ~ edges) == 0 %}
            {% do drop_loop_table(edges) %}
            {% do return(labels) %}
        {% endif %}
    {% endfor %}
    {% do exceptions.raise_compiler_error(model.name ~ ': connected components did not end in 129 rounds.') %}
{% endmacro %}

{% macro _plain_edges_sql(edges_sql, node) %}
    select {{ node }}_l as node_l, {{ node }}_r as node_r
    from ({{ edges_sql }}) as edges
{% endmacro %}

{% macro _smallest_neighbours_sql(edges) %}
    select node, min(neighbour) as parent
    from (
        select node_l as node, case when node_r < node_l then node_r else node_l end as neighbour from {{ edges }}
        union all
        select node_r, case when node_l < node_r then node_l else node_r end from {{ edges }}
    ) as neighbours
    group by node
{% endmacro %}

{% macro _contracted_edges_sql(edges, roots) %}
    select distinct root_l.parent as node_l, root_r.parent as node_r
    from {{ edges }} as edges
    inner join {{ roots }} as root_l on edges.node_l = root_l.node
    inner join {{ roots }} as root_r on edges.node_r = root_r.node
    where root_l.parent <> root_r.parent
{% endmacro %}

{% macro _relabelled_sql(labels, roots) %}
    {% if labels is none %}
    select node, parent as component_no
    from {{ roots }}
    {% else %}
    select labels.node, coalesce(roots.parent, labels.component_no) as component_no
    from {{ labels }} as labels
    left join {{ roots }} as roots on labels.component_no = roots.node
    {% endif %}
{% endmacro %}
