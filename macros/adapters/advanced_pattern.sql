{#- A regular expression of RE2 as PostgreSQL's: code points as \uFFFF, no NUL, (?i) in front of all of it.
    '[\x00-\x{A0}]' -> '[\u0001-\u00A0]', 'a|(?i)b' -> '(?i)a|b' -#}
{% macro advanced_pattern(pattern) -%}
{%- set made = namespace(text=pattern) -%}
{%- for code in modules.re.findall('\\\\x\\{([0-9A-F]+)\\}', pattern) | unique -%}
    {%- set made.text = made.text | replace('\\x{' ~ code ~ '}', ('\\u%04X' if code | length <= 4 else '\\U%08X') % code | int(base=16)) -%}
{%- endfor -%}
{%- for code in modules.re.findall('\\\\x([0-9A-F]{2})', made.text) | unique -%}
    {%- set made.text = made.text | replace('\\x' ~ code, '\\u%04X' % ([1, code | int(base=16)] | max)) -%}
{%- endfor -%}
{{ return(('(?i)' ~ made.text | replace('(?i)', '')) if '(?i)' in made.text else made.text) }}
{%- endmacro %}
