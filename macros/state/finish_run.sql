{#- Ends the run in inbox.build_runs: only a whole `dbt build` without a failure is `built` and may be published.

    `dbt build`, every node succeeded -> 'built'; one test failed -> 'failed'; `dbt run --select x` -> 'partial' -#}
{% macro finish_run(results) %}
    {%- if execute and flags.WHICH in ['build', 'run', 'seed', 'snapshot'] -%}
    {%- set now = modules.datetime.datetime.now(modules.pytz.utc).strftime('%Y-%m-%d %H:%M:%S') -%}
    {{ adapter.dispatch('finish_run', 'customer_master')(_run_status(results), "cast('" ~ now ~ "' as timestamp)") }}
    {%- endif -%}
{% endmacro %}

{% macro default__finish_run(status, now) %}
    update inbox.build_runs
    set status = '{{ status }}', finished_at = {{ now }}
    where status = 'running';
{% endmacro %}

{% macro spark__finish_run(status, now) %}
    {% set set_to = {'status': "'" ~ status ~ "'", 'finished_at': now} %}
    {% set rows %}
    select {% for column in state_tables()['build_runs'].columns %}
        {{ "case when status = 'running' then " ~ set_to[column] ~ ' else ' ~ column ~ ' end as ' ~ column if column in set_to else column }}{{ ',' if not loop.last }}
    {%- endfor %}
    from inbox.build_runs
    {% endset %}
    {% do replace_behind_view('inbox', 'build_runs', rows) %}
{% endmacro %}

{#- `built`, `failed` or `partial` (a selection, an empty run, or another command than build). -#}
{% macro _run_status(results) %}
    {%- set failed = results | selectattr('status', 'in', ['error', 'fail', 'skipped', 'runtime error']) | list -%}
    {%- set asked = invocation_args_dict -%}
    {%- set left_out = asked.get('exclude_resource_types') or [] -%}
    {%- set narrowed = asked.get('select') or asked.get('selector') or asked.get('resource_types') or flags.EMPTY
        or left_out | map('string') | reject('equalto', 'unit_test') | list
        or (asked.get('exclude') or []) | reject('equalto', 'tag:training') | list -%}
    {{- 'failed' if failed else 'partial' if narrowed or flags.WHICH != 'build' else 'built' -}}
{% endmacro %}
