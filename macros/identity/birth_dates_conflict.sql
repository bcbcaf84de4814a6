{#- Whether two full birth dates (ISO text) contradict each other openly: fewer than two of year, month and day agree and
    day and month are not merely swapped. One slip (a digit, two digits turned round) leaves two parts, so is no conflict.

    ('1980-03-04', '1980-04-03') -> false; ('1980-03-04', '1980-03-14') -> false; ('1980-03-04', '1952-03-11') -> true -#}
{% macro birth_dates_conflict(date_l, date_r) -%}
    (
        case when substr({{ date_l }}, 1, 4) = substr({{ date_r }}, 1, 4) then 1 else 0 end
        + case when substr({{ date_l }}, 6, 2) = substr({{ date_r }}, 6, 2) then 1 else 0 end
        + case when substr({{ date_l }}, 9, 2) = substr({{ date_r }}, 9, 2) then 1 else 0 end < 2
        and not (
            substr({{ date_l }}, 1, 4) = substr({{ date_r }}, 1, 4)
            and substr({{ date_l }}, 6, 2) = substr({{ date_r }}, 9, 2)
            and substr({{ date_l }}, 9, 2) = substr({{ date_r }}, 6, 2)
        )
    )
{%- endmacro %}
