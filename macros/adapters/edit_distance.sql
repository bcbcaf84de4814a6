{#- How many characters must be inserted, deleted or replaced to turn one string into the other.
    edit_distance("'bosch'", "'bosh'") -> 1 -#}
{% macro edit_distance(left_text, right_text) %}{{ return(adapter.dispatch('edit_distance', 'customer_master')(left_text, right_text)) }}{% endmacro %}

{% macro default__edit_distance(left_text, right_text) %}levenshtein({{ left_text }}, {{ right_text }}){% endmacro %}
