{#- An e-mail address as typed, reduced to the address itself in lower case; a comma typed for a dot is one.
    'Anna Berg <mailto:Anna.Berg@GMail.com>' -> 'anna.berg@gmail.com' -#}
{% macro standardize_email(text) -%}
case
    when {{ text }} like '%<%>%' then lower(trim(replace({{ find_pattern(text, '<([^<>]*)>', 1) }}, 'mailto:', '')))
    when {{ text }} like '%:%' then lower(trim(replace(lower({{ text }}), 'mailto:', '')))
    when {{ text }} like '%,%' then replace(lower(trim({{ text }}, ' .,;''"')), ',', '.')
    else lower(trim({{ text }}, ' .,;''"'))
end
{%- endmacro %}
