{#- Two columns as a pair that is the same whichever comes first, for hash_key.
    both_orders('given', 'family') -> ['least(given, family)', 'greatest(given, family)'] -#}
{% macro both_orders(first, second) %}
    {{- return(['least(' ~ first ~ ', ' ~ second ~ ')', 'greatest(' ~ first ~ ', ' ~ second ~ ')']) -}}
{% endmacro %}
