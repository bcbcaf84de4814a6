{#- A phone number as typed, without its extension, reduced to digits; a leading + stays, an invented trunk zero (0) goes.
    '+49 (0)30 / 1234-56 ext. 7' -> '+4930123456' -#}
{% macro phone_digits(text) -%}
{%- set without_extension = "case when " ~ has_pattern(text, '[a-zA-Z#;~]') ~ " then " ~ _before_extension(text) ~ " else " ~ text ~ " end" -%}
case
    when {{ text }} like '%+%' then '+' || {{ replace_pattern("replace(" ~ without_extension ~ ", '(0)', '')", '[^0-9]+', '') }}
    else {{ replace_pattern(without_extension, '[^0-9]+', '') }}
end
{%- endmacro %}

{% macro phone_extension(text) -%}
case when {{ has_pattern(text, '[a-zA-Z#;~]') }}
    then nullif({{ find_pattern('lower(' ~ text ~ ')', _extension_pattern() ~ '([0-9]{1,7})[^0-9]*$', 1) }}, '') end
{%- endmacro %}

{% macro _before_extension(text) -%}
{{ replace_pattern('lower(' ~ text ~ ')', _extension_pattern() ~ '[0-9]{1,7}[^0-9]*$', '') }}
{%- endmacro %}

{% macro _extension_pattern() -%}
(?:;ext=|extension|extn|ext|xtn|xt|x|#|~|durchwahl|dw|app|poste|anexo|int)[. :]*
{%- endmacro %}
