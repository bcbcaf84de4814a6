{#- Where a record stands in its own system: merged into another one, deleted, or live.
    is_deleted 'true', merged_into_record_id null -> 'deleted' -#}
{% macro record_status(is_deleted, merged_into_record_id) -%}
case
    when {{ merged_into_record_id }} is not null then 'merged'
    when lower({{ is_deleted }}) in ('true', 't', '1', 'x', 'y', 'yes') then 'deleted'
    else 'live'
end
{%- endmacro %}
