{#- Whether a lower-case text is written as an e-mail address that the public mail system could deliver to.
    'anna.berg@gmail.com' -> true, 'anna@berg' -> false, 'a..b@gmail.com' -> false, 'jörg@müller.de' -> true -#}
{% macro is_email(text) -%}
case
    when not {{ has_pattern(text, _email_pattern()) }} or {{ text }} like '%..%' then false
    when length({{ text }}) > 64 and (length({{ text }}) > 254 or {{ has_pattern(text, '^[^@]{65}|[@.][^@.]{64,}[.]|[.][^@.]{64}') }}) then false
    when {{ text }} like '%--%' and {{ has_pattern(text, '@(.*[.])?([^x.]|x[^n.])[^.]--') }} then false
    when {{ has_pattern(text, '[.](test|invalid|localhost|local|onion|arpa)$') }} then false
    else true
end
{%- endmacro %}

{#- Letters of other scripts may stand where ASCII ones do; a top-level domain ends in a letter. -#}
{% macro _email_pattern() -%}
{%- set letters = "a-zà-öø-ɏα-ωа-џぁ-ヾ一-龥가-힣" -%}
{%- set atom = letters ~ "0-9!#$%&''*+/=?^_`{|}~-" -%}
^[{{ atom }}]([.{{ atom }}]*[{{ atom }}])?@([{{ letters }}0-9]([{{ letters }}0-9-]*[{{ letters }}0-9])?[.])+[{{ letters }}0-9]([{{ letters }}0-9-]*[{{ letters }}])?$
{%- endmacro %}
