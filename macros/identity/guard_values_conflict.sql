{#- Whether two values of one guard may not be in one customer: any two different ones, birth dates by their own rule.

    ('vat_de', 'DE1', 'DE2') -> true; ('birth_date', '1980-03-04', '1980-04-03') -> false -#}
{% macro guard_values_conflict(guard, value_l, value_r) -%}
    case
        when {{ guard }} = 'birth_date' then {{ birth_dates_conflict(value_l, value_r) }}
        else {{ value_l }} <> {{ value_r }}
    end
{%- endmacro %}
