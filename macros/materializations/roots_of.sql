{#- Points every node of a forest (node, parent; a root is its own parent) straight at its root, by pointer jumping:
    each step halves the depth, so a path of n takes log2(n) steps. Returns the name of a table (node, parent).

    1->1, 2->1, 3->2, 4->3 -> 1->1, 2->1, 3->1, 4->1 -#}
{% macro roots_of(parents) %}
    {% set state = namespace(table=parents) %}
    {% for step in range(1, 64) %}
        {% set jumped = loop_table('roots_' ~ step, _jump_sql(state.table)) %}
        {% do drop_loop_table(state.table) %}
        {% set state.table = jumped %}
        {% if loop_value('select count(*) from ' ~ jumped ~ ' where has_moved') == 0 %}
            {% do return(jumped) %}
        {% endif %}
    {% endfor %}
    {% do exceptions.raise_compiler_error(model.name ~ ': ' ~ parents ~ ' is not a forest, its pointers go in a circle.') %}
{% endmacro %}

{#- Each node's grandparent, and whether that was a step: 3->2 over 2->1 -> 3->1, has_moved. -#}
{% macro _jump_sql(parents) %}
    select
        child.node,
        parent.parent,
        parent.parent <> child.parent as has_moved
    from {{ parents }} as child
    inner join {{ parents }} as parent on child.parent = parent.node
{% endmacro %}
