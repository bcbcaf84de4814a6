{#- Query: the pairs of records that share a blocking key, the smaller number from one relation (rule_no, blocking_key,
    split_key, record_no) and the larger from another.
    pairs_of_keys('keys', 'keys') -> record_no_l, record_no_r, rule_no; a pair once for each key it shares -#}
{% macro pairs_of_keys(smaller, larger) -%}
select
    l.record_no as record_no_l,
    r.record_no as record_no_r,
    l.rule_no
from {{ smaller }} as l
inner join {{ larger }} as r
    on l.rule_no = r.rule_no and l.blocking_key = r.blocking_key and l.split_key = r.split_key
where l.record_no < r.record_no
{%- endmacro %}
