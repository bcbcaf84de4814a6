{#- Which word of a personal name in one text (no titles, given name first) its family name starts with.
    'Jan van der Berg' -> 2, 'Ana García López' in ES -> 2, 'Juan Carlos Ruiz' in ES -> 3, 'John Paul Smith' -> 3 -#}
{% macro family_name_word(name, country) -%}
{%- set words = count_words(name) -%}
case
    when {{ words }} <= 2 then {{ words }}
    when lower({{ _nth_word(name, 1) }}) in ('maria', 'maría', 'ma', 'm.ª') and {{ is_name_particle(_nth_word(name, 2)) }} and {{ words }} >= 4
        then case when {{ is_name_particle(_nth_word(name, 3)) }} and {{ words }} >= 5 then 5 else 4 end
    when {{ _nth_word(name, 3) }} = 'y' then 2
    when {{ _nth_word(name, 4) }} = 'y' then 3
    when {{ country }} in ('ES', 'MX') and {{ words }} > 4 and {{ is_name_particle(_nth_word(name, 3)) }}
        and not {{ is_name_particle(_nth_word(name, 2)) }} and not {{ _is_second_given_name(_nth_word(name, 2)) }} then 2
    {%- for place in [2, 3, 4, 5] %}
    when {{ words }} > {{ place }} and {{ is_name_particle(_nth_word(name, place)) }} then {{ place }}
    {%- endfor %}
    when coalesce({{ country }}, '') not in ('ES', 'MX') then {{ words }}
    when {{ words }} = 3 and {{ _is_second_given_name(_nth_word(name, 2)) }} then 3
    else {{ words }} - 1
end
{%- endmacro %}

{#- What follows a first given name in Spanish compounds (José Luis, María Isabel). -#}
{% macro _is_second_given_name(word) -%}
{{ is_word_among(word, [
    'luis', 'maria', 'maría', 'antonio', 'carlos', 'manuel', 'angel', 'ángel', 'miguel', 'javier', 'jose', 'josé', 'carmen', 'pilar', 'isabel',
    'jesus', 'jesús', 'ignacio', 'ramon', 'ramón', 'andres', 'andrés', 'cruz', 'teresa', 'belen', 'belén', 'dolores', 'rosa', 'elena',
    'victoria', 'cristina', 'alberto', 'alejandro', 'alfonso', 'ana', 'beatriz', 'daniel', 'diego', 'esther', 'eva', 'guadalupe', 'inés', 'ines',
    'jorge', 'laura', 'lourdes', 'lucía', 'lucia', 'marta', 'nuria', 'óscar', 'oscar', 'patricia', 'pedro', 'raúl', 'raul', 'ricardo', 'roberto',
    'rocío', 'rocio', 'sara', 'sergio', 'silvia', 'soledad', 'sonia', 'enrique', 'fernando', 'francisco', 'pablo', 'david', 'eduardo', 'rafael', 'mercedes', 'luisa', 'juan'
]) }}
{%- endmacro %}
