{#- Ends the run in inbox.build_runs: only a whole `dbt build` without a failure is `built` and may be published.

    `dbt build`, every node succeeded -> 'built'; one test failed -> 'failed'; `dbt run --select x` -> 'partial' -#}
{% macro finish_run(results) %}
    {%- if execute and flags.WHICH in ['build', 'run', 'seed', 'snapshot'] -%}
    update inbox.build_runs
    set
        status = '{{ _run_status(results) }}',
        finished_at = cast('{{ modules.datetime.datetime.now(modules.pytz.utc).strftime("%Y-%m-%d %H:%M:%S") }}' as timestamp)
    where status = 'running';
    {%- endif -%}
{% endmacro %}

{#- `built`, `failed` or `partial` (a selection, an empty run, or another command than build). -#}
{% macro _run_status(results) %}
    {%- set failed = results | selectattr('status', 'in', ['error', 'fail', 'skipped', 'runtime error']) | list -%}
    {%- set asked = invocation_args_dict -%}
    {%- set left_out = asked.get('exclude_resource_types') or [] -%}
    {%- set narrowed = asked.get('select') or asked.get('exclude') or asked.get('selector') or asked.get('resource_types')
        or left_out | map('string') | reject('equalto', 'unit_test') | list or flags.EMPTY -%}
    {{- 'failed' if failed else 'partial' if narrowed or flags.WHICH != 'build' else 'built' -}}
{% endmacro %}
