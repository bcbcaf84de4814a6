{#- A name's rough sound: spellings that are often confused made one, then the first letter and the consonants after it.
    name_sound("'schmidt'") -> 'snt';  name_sound("'schmitt'") -> 'snt' -#}
{% macro name_sound(name) -%}
{%- set steps = [
    ('[^a-z]', ''), ('sch|sh', 's'), ('ph', 'f'), ('ck|c|q', 'k'), ('dt|th|d', 't'), ('z|x', 's'),
    ('w', 'v'), ('kn|gn', 'n'), ('y|j', 'i'), ('b', 'p'), ('g', 'k'), ('mp|m', 'n'),
] -%}
{%- set sound = namespace(sql=name) -%}
{%- for pattern, replacement in steps -%}
{%- set sound.sql = replace_pattern(sound.sql, pattern, replacement) -%}
{%- endfor -%}
{%- set rest = namespace(sql=replace_pattern('substr(' ~ sound.sql ~ ', 2)', '[aeiouh]', '')) -%}
{%- for letter in 'fklnprstv' -%}
{%- set rest.sql = "replace(" ~ rest.sql ~ ", '" ~ letter ~ letter ~ "', '" ~ letter ~ "')" -%}
{%- endfor -%}
nullif(substr({{ sound.sql }}, 1, 1) || {{ rest.sql }}, '')
{%- endmacro %}
