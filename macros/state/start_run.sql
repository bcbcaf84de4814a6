{#- Writes the run that begins into inbox.build_runs, and ends what an earlier process left unfinished.

    `dbt build` on top of published version 3 -> (run_no 8, status 'running', built_on_version 3) -#}
{% macro start_run() %}
    {%- if execute and flags.WHICH in ['build', 'run', 'seed', 'snapshot'] -%}
    {{ adapter.dispatch('start_run', 'customer_master')() }}
    {%- endif -%}
{% endmacro %}

{% macro default__start_run() %}
    delete from inbox.build_runs
    where run_no in (select run_no from state.build_runs);

    update inbox.build_runs
    set status = 'interrupted'
    where status = 'running';

    update inbox.build_runs
    set status = 'replaced'
    where status = 'built';

    insert into inbox.build_runs (run_no, built_on_version, started_at, status, code_version)
    {{ _beginning_run() }};
{% endmacro %}

{% macro spark__start_run() %}
    {% set columns = state_tables()['build_runs'].columns %}
    {% set earlier %}
    select {% for column in columns %}
        {{ "case status when 'running' then 'interrupted' when 'built' then 'replaced' else status end as status" if column == 'status' else column }}{{ ',' if not loop.last }}
    {%- endfor %}
    from inbox.build_runs
    where run_no not in (select run_no from state.build_runs)
    {% endset %}
    {% set beginning %}
    select {% for column, type in columns.items() %}
        {{ column if column in ['run_no', 'built_on_version', 'started_at', 'status', 'code_version'] else 'cast(null as ' ~ column_type(type) ~ ')' }} as {{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
    from ({{ _beginning_run() }}) as run
    {% endset %}
    {% do replace_behind_view('inbox', 'build_runs', earlier ~ ' union all ' ~ beginning) %}
{% endmacro %}

{#- Query: the run that begins. -#}
{% macro _beginning_run() %}
    select
        coalesce(max(run_no), 0) + 1 as run_no,
        coalesce(max(published_version), 0) as built_on_version,
        cast('{{ run_started_at.strftime("%Y-%m-%d %H:%M:%S") }}' as timestamp) as started_at,
        'running' as status,
        nullif('{{ env_var("CUSTOMER_MASTER_CODE_VERSION", "") }}', '') as code_version
    from (
        select run_no, published_version from state.build_runs
        union all
        select run_no, published_version from inbox.build_runs
    ) as runs
{% endmacro %}
