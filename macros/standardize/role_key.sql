{#- A local part as compared with those of offices: without separators, tags and the numbers that follow.
    'customer.service' -> 'customerservice', 'info2' -> 'info', 'support+de' -> 'support' -#}
{% macro role_key(local_part) -%}
case when not {{ has_pattern(local_part, '[^a-z]') }} then {{ local_part }}
    else {{ replace_pattern(replace_pattern(local_part, '[+].*$|[._-]', ''), '[0-9]+$', '') }} end
{%- endmacro %}
