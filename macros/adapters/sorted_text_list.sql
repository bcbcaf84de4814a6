{#- The distinct values of a group as one text in binary order: 'b', 'a', 'b' -> 'a, b'. -#}
{% macro sorted_text_list(expression) -%}
    {{ return(adapter.dispatch('sorted_text_list', 'customer_master')(expression)) }}
{%- endmacro %}

{#- Three times as fast as string_agg(distinct ... order by ...). -#}
{% macro default__sorted_text_list(expression) -%}
    array_to_string(list_sort(list(distinct {{ expression }}) filter (where {{ expression }} is not null)), ', ')
{%- endmacro %}

{% macro postgres__sorted_text_list(expression) -%}
    string_agg(distinct {{ expression }} collate "C", ', ' order by {{ expression }} collate "C")
{%- endmacro %}

{% macro spark__sorted_text_list(expression) -%}
    case when count({{ expression }}) > 0 then array_join(array_sort(collect_set({{ expression }})), ', ') end
{%- endmacro %}
