{#- Writes the run that begins into inbox.build_runs, and ends what an earlier process left unfinished.

    `dbt build` on top of published version 3 -> (run_no 8, status 'running', built_on_version 3) -#}
{% macro start_run() %}
    {%- if execute and flags.WHICH in ['build', 'run', 'seed', 'snapshot'] -%}
    delete from inbox.build_runs
    where run_no in (select run_no from state.build_runs);

    update inbox.build_runs
    set status = 'interrupted'
    where status = 'running';

    update inbox.build_runs
    set status = 'replaced'
    where status = 'built';

    insert into inbox.build_runs (run_no, built_on_version, started_at, status, code_version)
    select
        coalesce(max(run_no), 0) + 1,
        coalesce(max(published_version), 0),
        cast('{{ run_started_at.strftime("%Y-%m-%d %H:%M:%S") }}' as timestamp),
        'running',
        nullif('{{ env_var("CUSTOMER_MASTER_CODE_VERSION", "") }}', '')
    from (
        select run_no, published_version from state.build_runs
        union all
        select run_no, published_version from inbox.build_runs
    ) as runs;
    {%- endif -%}
{% endmacro %}
