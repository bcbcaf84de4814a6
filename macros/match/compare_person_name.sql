{#- How two personal names agree: family part (0 different, 1 similar or the name at birth, 2 same and common, 3 uncommon, 4 rare) times 5,
    plus given part (0 different, 1 initial or missing, 2 similar, 3 nickname, 4 same); 25 swapped; equal names from 26 (very common) to
    31 (very rare); without a family name the given name alone, 32 different, 33 alike, 34 same; 35 one name stands in the other's place.
    Null where no part can be compared.
    l: 'bob smith', r: 'robert smith' -> 13 (family name same, given name a nickname) -#}
{% macro compare_person_name() -%}
case
    when coalesce(l.given_name <> r.given_name, true) and coalesce(l.family_name <> r.family_name, true)
        and (l.given_name = r.family_name or l.family_name = r.given_name) then {{ _compare_crossed_names() }}
    when l.family_name is null or r.family_name is null then
        case
            when l.given_name is not null and r.given_name is not null
                then case {{ _compare_given_name() }} when 0 then 32 when 4 then 34 else 33 end
        end
    when l.given_name = r.given_name and l.family_name = r.family_name and length(l.given_name) > 1 then 26 + l.name_rarity
    when l.given_sound = r.family_sound and l.family_sound = r.given_sound and l.family_sound <> r.family_sound then 25
    else 5 * {{ _compare_family_name() }} + {{ _compare_given_name() }}
end
{%- endmacro %}

{% macro _compare_crossed_names() -%}
case when l.given_name = r.family_name and l.family_name = r.given_name then 25 else 35 end
{%- endmacro %}

{% macro _compare_family_name() -%}
case
    when l.family_name = r.family_name then 2 + l.family_name_rarity
    when l.family_sound = r.family_sound then 1
    when l.former_family_name = r.family_name or l.family_name = r.former_family_name then 1
    when {{ jaro_winkler('l.family_name', 'r.family_name') }} >= 0.9 then 1
    when {{ words_contained('l.family_name', 'r.family_name') }} then 1
    else 0
end
{%- endmacro %}

{% macro _compare_given_name() -%}
case
    when l.given_name is null or r.given_name is null then 1
    when length(l.given_name) = 1 or length(r.given_name) = 1
        then case when l.given_initial = r.given_initial then 1 else 0 end
    when l.given_name = r.given_name then 4
    when l.given_root = r.given_root or l.given_root = r.given_root_2 or l.given_root_2 = r.given_root then 3
    when {{ jaro_winkler('l.given_name', 'r.given_name') }} >= 0.88 then 2
    when {{ words_contained('l.given_name', 'r.given_name') }} then 2
    else 0
end
{%- endmacro %}
