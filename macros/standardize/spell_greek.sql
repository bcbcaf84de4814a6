{#- Greek letters in Latin ones, as ELOT 743 (ISO 843, Greek passports) transcribes them. Small letters, a tonos or diaeresis
    at most.
    'ευαγγελος παπαδοπουλος' -> 'evangelos papadopoulos' -#}
{% macro spell_greek(text) -%}
{{ replace_letters(_spell_greek_pairs(text), {
    'θ': 'th', 'χ': 'ch', 'ψ': 'ps', 'α': 'a', 'β': 'v', 'γ': 'g', 'δ': 'd', 'ε': 'e', 'ζ': 'z', 'η': 'i', 'ι': 'i', 'κ': 'k', 'λ': 'l',
    'μ': 'm', 'ν': 'n', 'ξ': 'x', 'ο': 'o', 'π': 'p', 'ρ': 'r', 'σ': 's', 'ς': 's', 'τ': 't', 'υ': 'y', 'φ': 'f', 'ω': 'o',
    'ά': 'a', 'έ': 'e', 'ή': 'i', 'ί': 'i', 'ϊ': 'i', 'ΐ': 'i', 'ό': 'o', 'ύ': 'y', 'ϋ': 'y', 'ΰ': 'y', 'ώ': 'o'
}) }}
{%- endmacro %}

{#- Letters that sound otherwise in pairs: ου, αυ, ευ, ηυ (f before a voiceless letter and at the end), γγ, γκ, γξ, γχ, and μπ in front. -#}
{% macro _spell_greek_pairs(text) -%}
{%- set spelled = replace_pattern(text, '([αεηάέή])[υύ]([θκξπσςτφχψ]|[^ά-ώΐ]|$)', '\\1f\\2') -%}
{%- set spelled = replace_pattern(spelled, '([αεηάέή])[υύ]', '\\1v') -%}
{%- set spelled = replace_pattern(spelled, '(^|[^ά-ώΐ])μπ', '\\1b') -%}
{%- set spelled = replace_pattern(spelled, 'γ([γξχ])', 'n\\1') -%}
replace(replace({{ spelled }}, 'ου', 'ou'), 'ού', 'ou')
{%- endmacro %}
