with

large as (
    select * from {{ ref('blocking_key_sizes') }} where record_count > {{ blocking_limit('rule_no') }}
),

chosen as (
    select * from {{ ref('match_parameter_version') }}
),

known as (
    select
        oversized.blocking_rule,
        oversized.key_text
    from {{ ref('stg_state__match_oversized_keys') }} as oversized
    inner join chosen on oversized.parameter_version = chosen.parameter_version
),

list_elements as (
    select
        contact_key as element_key,
        min(value_key) as key_text
    from {{ ref('contact_point_profiles') }}
    where record_count > 2
    group by contact_key
    union all
    select
        {{ hash_key(['term']) }} as element_key,
        term as key_text
    from {{ ref('match_term_frequencies') }}
    where term_kind = 'organization_word'
),

{% for rule in blocking_rules() -%}
rule_{{ rule.no }} as (
    select
        large.rule_no,
        large.blocking_key,
        large.record_count,
        '{{ rule.match_model }}.{{ rule.name }}' as blocking_rule,
        {% if rule.each -%}
        coalesce(list_elements.key_text, cast(large.blocking_key as {{ dbt.type_string() }})) as key_text
    from large
    left join list_elements on large.blocking_key = list_elements.element_key
        {%- else -%}
        {% for column in rule.columns -%}
        {{ blocking_key_text(column) }}{{ " || ' / ' ||" if not loop.last }}
        {% endfor %} as key_text
    from large
    inner join {{ ref(rule.match_model ~ '_features') }} as features on large.example_record_no = features.record_no
    inner join {{ ref('standardized_records') }} as records on large.example_record_no = records.record_no
        {%- endif %}
    where large.rule_no = {{ rule.no }}
),

{% endfor -%}
texts as (
    {% for rule in blocking_rules() -%}
    select * from rule_{{ rule.no }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

-- A key that the parameters do not know as oversized may grow to twice the limit: one new record must not change the rules.
flagged as (
    select
        texts.*,
        known.key_text is not null or texts.record_count > 2 * ({{ blocking_limit('texts.rule_no') }}) as is_oversized
    from texts
    left join known on texts.blocking_rule = known.blocking_rule and texts.key_text = known.key_text
)

select * from flagged
