{#- A name without what stands in quotes or brackets, and without the name at birth.
    'William "Bill" Gates' -> 'William Gates', 'Anna Berg, geb. Blum' -> 'Anna Berg' -#}
{% macro name_without_asides(text) -%}
case
    when {{ has_pattern(text, _aside_signs()) }}
        then {{ tidy_text(replace_pattern(replace_pattern(text, _former_name_pattern(), '\\1'), _nickname_pattern(), '\\1 \\3')) }}
    else {{ text }}
end
{%- endmacro %}

{#- The nickname in quotes or brackets; null when there is none.
    'William "Bill" Gates' -> 'Bill' -#}
{% macro nickname_aside(text) -%}
case when {{ has_pattern(text, _aside_signs()) }}
    then nullif({{ find_pattern(replace_pattern(text, _former_name_pattern(), '\\1'), _nickname_pattern(), 2) }}, '') end
{%- endmacro %}

{#- The family name at birth; null when there is none.
    'Marie Dupont née Durand' -> 'Durand' -#}
{% macro former_name_aside(text) -%}
case when {{ has_pattern(text, _aside_signs()) }} then nullif({{ find_pattern(text, _former_name_pattern(), 2) }}, '') end
{%- endmacro %}

{#- What one of the two must have: cheap to look for. -#}
{% macro _aside_signs() %}["“”„«»()]|[ (]''[^'' ]+''|[ (]‘[^’ ]+’|(?i)[ (](née?|nee|geb[.]|geborene?r?|born) {% endmacro %}

{% macro _former_name_pattern() %}(?i)^(.*[^ ,(])[ ,(]+(?:née?|nee|geb[.]|geborene?r?|born) +([^,()"]*[^ ,()"])[)]?{% endmacro %}

{% macro _nickname_pattern() -%}
(^|[ ,])["“”„«(‘'']+([^"“”„«»()‘’'']+)["“”»)’'']+($|[ ,])
{%- endmacro %}
