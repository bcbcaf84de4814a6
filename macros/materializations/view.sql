{#- Spark keeps no view that calls a function of the session (lower, jaro_winkler, ...): such a model is a table there. -#}
{% materialization view, adapter='spark' %}
    {%- set functions = '(?i)\\b(jaro_winkler|edit_distance|compose_letters|remove_accents|lower|upper)\\(' -%}
    {%- set kind = 'table' if modules.re.search(functions, compiled_code) else 'view' -%}
    {%- set existing = load_cached_relation(this) -%}
    {%- set target_relation = this.incorporate(type=kind) -%}
    {{ run_hooks(pre_hooks) }}
    {% if existing is not none and (kind == 'table' or existing.type != kind) %}
        {% do adapter.drop_relation(existing) %}
    {% endif %}
    {% call statement('main') %}
        {{ create_table_as(False, target_relation, compiled_code) if kind == 'table' else create_view_as(target_relation, compiled_code) }}
    {% endcall %}
    {% do persist_docs(target_relation, model) %}
    {{ run_hooks(post_hooks) }}
    {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}
