{#- Whether a lower-case text is written as an e-mail address that the public mail system could deliver to.
    'anna.berg@gmail.com' -> true, 'anna@berg' -> false, 'a..b@gmail.com' -> false -#}
{% macro is_email(text) -%}
({{ has_pattern(text, _email_pattern()) }} and length({{ text }}) <= 254 and {{ text }} not like '%..%' and {{ text }} not like '%.@%')
{%- endmacro %}

{% macro _email_pattern() -%}
^[a-z0-9!#$%&''*+/=?^_{|}~-][a-z0-9!#$%&''*+/=?^_{|}~.-]{0,63}@([a-z0-9]([a-z0-9-]*[a-z0-9])?[.])+[a-z][a-z0-9-]*[a-z0-9]$
{%- endmacro %}
