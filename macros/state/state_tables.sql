{#- Every table of schema `state`: its schema version, its key, whether the inbox feeds it, and its columns in order.

    state_tables()['customer_redirects'].columns
        -> {'old_customer_id': 'bigint', 'customer_id': 'bigint', 'version': 'bigint'}

    A new column goes last and raises `schema_version`; older published files then show it as null. -#}
{% macro state_tables() %}
    {% do return({
        'crosswalk_versions': {
            'schema_version': 2, 'inbox': false, 'key': ['record_id', 'valid_from_version'],
            'columns': {
                'record_id': 'text', 'customer_id': 'bigint',
                'valid_from_version': 'bigint', 'valid_to_version': 'bigint', 'source_created_at': 'timestamp',
            },
        },
        'customer_registry': {
            'schema_version': 1, 'inbox': false, 'key': ['customer_id'],
            'columns': {
                'customer_id': 'bigint', 'first_record_id': 'text', 'created_version': 'bigint', 'status': 'text',
                'redirected_to': 'bigint', 'customer_type': 'text', 'customer_role': 'text', 'display_name': 'text',
                'changed_version': 'bigint',
            },
        },
        'identity_events': {
            'schema_version': 1, 'inbox': false, 'key': ['event_no'],
            'columns': {
                'event_no': 'bigint', 'version': 'bigint', 'event': 'text', 'customer_id': 'bigint',
                'other_customer_id': 'bigint', 'record_id': 'text', 'cause': 'text',
            },
        },
        'customer_redirects': {
            'schema_version': 1, 'inbox': false, 'key': ['old_customer_id'],
            'columns': {'old_customer_id': 'bigint', 'customer_id': 'bigint', 'version': 'bigint'},
        },
        'steward_decisions': {
            'schema_version': 1, 'inbox': true, 'key': ['decision_no'],
            'columns': {
                'decision_no': 'bigint', 'decision': 'text', 'record_id_l': 'text', 'record_id_r': 'text',
                'attribute_group': 'text', 'value': 'text', 'reason': 'text', 'proposed_by': 'text',
                'proposed_at': 'timestamp', 'approved_by': 'text', 'approved_at': 'timestamp',
            },
        },
        'parameter_versions': {
            'schema_version': 1, 'inbox': true, 'key': ['parameter_version'],
            'columns': {
                'parameter_version': 'text', 'trained_at': 'timestamp', 'trained_on': 'text',
                'record_count': 'bigint', 'pair_count': 'bigint', 'note': 'text',
            },
        },
        'match_model_parameters': {
            'schema_version': 1, 'inbox': true, 'key': ['parameter_version'],
            'columns': {
                'parameter_version': 'text', 'match_model': 'text', 'comparison': 'text', 'level': 'bigint',
                'label': 'text', 'p_match': 'double', 'p_related': 'double', 'p_other': 'double',
            },
        },
        'match_term_frequencies': {
            'schema_version': 1, 'inbox': true, 'key': ['parameter_version'],
            'columns': {'parameter_version': 'text', 'term_kind': 'text', 'term': 'text', 'frequency': 'double'},
        },
        'match_oversized_keys': {
            'schema_version': 1, 'inbox': true, 'key': ['parameter_version'],
            'columns': {'parameter_version': 'text', 'blocking_rule': 'text', 'key_text': 'text'},
        },
        'build_runs': {
            'schema_version': 1, 'inbox': true, 'key': ['run_no'],
            'columns': {
                'run_no': 'bigint', 'published_version': 'bigint', 'started_at': 'timestamp',
                'finished_at': 'timestamp', 'status': 'text', 'records_in': 'bigint', 'records_rejected': 'bigint',
                'customers': 'bigint', 'merged': 'bigint', 'parameter_version': 'text', 'code_version': 'text',
                'gates': 'text', 'published_at': 'timestamp', 'built_on_version': 'bigint',
            },
        },
        'build_run_counts': {
            'schema_version': 1, 'inbox': false, 'key': ['run_no', 'source_system', 'source_object', 'measure'],
            'columns': {
                'run_no': 'bigint', 'source_system': 'text', 'source_object': 'text', 'measure': 'text',
                'amount': 'bigint',
            },
        },
        'schema_versions': {
            'schema_version': 1, 'inbox': false, 'key': ['table_name'],
            'columns': {'table_name': 'text', 'schema_version': 'bigint'},
        },
    }) %}
{% endmacro %}
