{#- How many characters must be inserted, deleted, replaced or swapped with the next to turn one string into
    the other.
    edit_distance("'bosch'", "'bosh'") -> 1 -#}
{% macro edit_distance(left_text, right_text) %}{{ return(adapter.dispatch('edit_distance', 'customer_master')(left_text, right_text)) }}{% endmacro %}

{% macro default__edit_distance(left_text, right_text) %}damerau_levenshtein({{ left_text }}, {{ right_text }}){% endmacro %}

{% macro postgres__edit_distance(left_text, right_text) %}functions.edit_distance({{ left_text }}, {{ right_text }}){% endmacro %}

{% macro spark__edit_distance(left_text, right_text) %}edit_distance({{ left_text }}, {{ right_text }}){% endmacro %}
