{#- A name's rough sound: spellings that are often confused made one, then the first letter and the consonants after it.
    name_sound("'schmidt'") -> 'smt';  name_sound("'schmitt'") -> 'smt' -#}
{% macro name_sound(name) -%}
{%- set steps = [
    ("'[^a-z]'", "''"), ("'sch|sh'", "'s'"), ("'ph'", "'f'"), ("'ck|c|q'", "'k'"), ("'dt|th|d'", "'t'"), ("'z|x'", "'s'"),
    ("'w'", "'v'"), ("'kn|gn'", "'n'"), ("'y|j'", "'i'"), ("'b'", "'p'"), ("'g'", "'k'"), ("'mp|m'", "'n'"),
] -%}
{%- set sound = namespace(sql=name) -%}
{%- for pattern, replacement in steps -%}
{%- set sound.sql = "regexp_replace(" ~ sound.sql ~ ", " ~ pattern ~ ", " ~ replacement ~ ", 'g')" -%}
{%- endfor -%}
nullif(substr({{ sound.sql }}, 1, 1) || regexp_replace(substr({{ sound.sql }}, 2), '[aeiouh]', '', 'g'), '')
{%- endmacro %}
