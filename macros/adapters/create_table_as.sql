{#- What a table holds is counted at once: without it the next model is planned blindly, a join of millions as a nested loop.
    A CTE that is read once would be merged into what reads it, and each of its expressions worked out as often as it is
    mentioned, in a chain of CTEs again and again: `materialized` makes each a step. -#}
{% macro postgres__create_table_as(temporary, relation, sql) -%}
    {{ dbt.postgres__create_table_as(temporary, relation, _with_steps(sql)) }}
    analyze {{ relation }};
{%- endmacro %}

{% macro postgres__get_unit_test_sql(main_sql, expected_fixture_sql, expected_column_names) -%}
    {{ return(dbt.default__get_unit_test_sql(_with_steps(main_sql), expected_fixture_sql, expected_column_names)) }}
{%- endmacro %}

{#- 'names as (' at the start of a line -> 'names as materialized (', unless the CTE is all of a table. -#}
{% macro _with_steps(sql) -%}
    {%- set all_of_a_table = '\\n +select \\* from [^\\n]+\\n( +where [^\\n]+\\n)?\\)' -%}
    {{ return(modules.re.sub('(?m)^((?:\\), *)?(?:with +)?[a-z_0-9]+ as) \\($(?!' ~ all_of_a_table ~ ')', '\\1 materialized (', sql)) }}
{%- endmacro %}
