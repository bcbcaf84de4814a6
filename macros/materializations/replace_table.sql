{#- Puts the result of a looping materialization in the model's place, as the table materialization does.

    replace_table(existing, target, 'select * from match_components__labels_2') -> target holds the rows -#}
{% macro replace_table(existing, target, sql) %}
    {% set fresh = make_intermediate_relation(target) %}
    {% do drop_relation_if_exists(load_cached_relation(fresh)) %}
    {% call statement('main') %}
        {{ create_table_as(False, fresh, sql) }}
    {% endcall %}
    {% if existing is not none %}
        {% do adapter.drop_relation(existing) %}
    {% endif %}
    {% do adapter.rename_relation(fresh, target) %}
    {% do create_indexes(target) %}
    {% do apply_grants(target, config.get('grants'), should_revoke=False) %}
    {% do persist_docs(target, model) %}
{% endmacro %}
