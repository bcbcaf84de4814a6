{#- A text in which each letter of a list is what is listed for it; one translate for those that become one letter or none.
    'þøł', {'þ': 'th', 'ø': 'o', 'ł': 'l'} -> 'thol' -#}
{% macro replace_letters(text, letters) -%}
{%- set made = namespace(sql=text, changed='', into='', dropped='') -%}
{%- for letter, spelled in letters.items() -%}
{%- if spelled | length > 1 -%}
{%- set made.sql = "replace(" ~ made.sql ~ ", '" ~ letter ~ "', '" ~ spelled ~ "')" -%}
{%- elif spelled -%}
{%- set made.changed = made.changed ~ letter -%}
{%- set made.into = made.into ~ spelled -%}
{%- else -%}
{%- set made.dropped = made.dropped ~ letter -%}
{%- endif -%}
{%- endfor -%}
{{ "translate(" ~ made.sql ~ ", '" ~ made.changed ~ made.dropped ~ "', '" ~ made.into ~ "')" if made.changed else made.sql }}
{%- endmacro %}
