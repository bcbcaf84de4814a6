{#- Every blocking rule of every match model, numbered in the order of the var: a pair belongs to its lowest number.
    blocking_rules() -> [{'no': 1, 'match_model': 'person', 'name': 'same_identifier', 'each': 'identifier_keys'}, ...] -#}
{% macro blocking_rules() -%}
{%- set rules = [] -%}
{%- for match_model, model_rules in var('blocking_rules').items() -%}
{%- for rule in model_rules -%}
{%- if rule.get('keys') is none and rule.get('each') is none -%}
{{ exceptions.raise_compiler_error("blocking rule " ~ rule.name ~ " of " ~ match_model ~ " has neither `keys` nor `each`; give it one of them in var blocking_rules") }}
{%- endif -%}
{%- do rules.append({'no': rules | length + 1, 'match_model': match_model, 'name': rule.name, 'columns': rule.get('keys'),
    'each': rule.get('each'), 'split': rule.get('split'),
    'limit': rule.get('limit', var('blocking_key_limit'))}) -%}
{%- endfor -%}
{%- endfor -%}
{{ return(rules) }}
{%- endmacro %}
