with

{% for rule in blocking_rules() -%}
rule_{{ rule.no }} as (
    select
        cast({{ rule.no }} as smallint) as rule_no,
        {{ 'keys.record_key' if rule.each else hash_key(rule.columns, exact=false) }} as blocking_key,
        {{ hash_key(rule.split, exact=false) if rule.split else 'cast(null as ' ~ column_type('ubigint') ~ ')' }} as split_key,
        features.record_no
    from {{ ref(rule.match_model ~ '_features') }} as features
    {% if rule.each -%}
    inner join {{ ref('record_keys') }} as keys on features.record_no = keys.record_no and keys.key_kind = '{{ rule.each }}'
    {%- endif %}
),

{% endfor -%}
keys as (
    {% for rule in blocking_rules() -%}
    select * from rule_{{ rule.no }} where blocking_key is not null
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select * from keys
