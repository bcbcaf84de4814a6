{#- A text in which each letter of a list is what is listed for it: one translate for those that become one letter or none, and one
    replace for each spelling of several, whichever letters have it. Parsers of SQL read no deeper nesting than that of ten.
    'þøł', {'þ': 'th', 'ø': 'o', 'ł': 'l'} -> 'thol' -#}
{% macro replace_letters(text, letters) -%}
{%- set made = namespace(changed='', into='', dropped='') -%}
{%- set first_spelled = {} -%}
{%- for letter, spelled in letters.items() -%}
{%- if spelled | length > 1 and spelled not in first_spelled -%}
{%- do first_spelled.update({spelled: letter}) -%}
{%- elif spelled -%}
{%- set made.changed = made.changed ~ letter -%}
{%- set made.into = made.into ~ (first_spelled[spelled] if spelled | length > 1 else spelled) -%}
{%- else -%}
{%- set made.dropped = made.dropped ~ letter -%}
{%- endif -%}
{%- endfor -%}
{%- set few = first_spelled | length <= 4 -%}
{%- set sql = namespace(text=text, of="translate(" ~ (text if few else 'letters') ~ ", '" ~ made.changed ~ made.dropped ~ "', '" ~ made.into ~ "')") -%}
{%- for spelled, letter in first_spelled.items() -%}
{%- set sql.of = "replace(" ~ sql.of ~ ", '" ~ letter ~ "', '" ~ spelled ~ "')" -%}
{%- if loop.index % 14 == 0 -%}
{%- set sql.text = apply_to(sql.text, 'letters', sql.of) -%}
{%- set sql.of = 'letters' -%}
{%- endif -%}
{%- endfor -%}
{{ sql.of if few else apply_to(sql.text, 'letters', sql.of) }}
{%- endmacro %}
