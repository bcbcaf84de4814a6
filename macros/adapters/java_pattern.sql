{#- A regular expression of RE2 as a literal of Spark's: backslashes are doubled, letters beyond ASCII have capitals too.
    '(?i)[\x00-/]' -> '(?i)[\\x00-/]', '(?i)straße' -> '(?iu)straße' -#}
{% macro java_pattern(pattern) -%}
{{ return(pattern | replace('\\', '\\\\') | replace('(?i)', '(?i)' if modules.re.fullmatch('[ -~]*', pattern) else '(?iu)')) }}
{%- endmacro %}
