{#- What some organizations add behind their name: another name they trade under, whose they are, what they were before.
    `Hans Weber t/a Weber Bikes`, `Weber Bau, Inh. Hans Weber`, `Weber GmbH (vormals Weber & Co.)`, `Weber GmbH c/o Meier` -#}
{% macro has_name_tail(name) -%}
{{ has_pattern(name, '(?i)[^ ,;(-][ ,;(-]+(' ~ _trading_words() ~ '|' ~ _other_tail_words() ~ ')[: ] *[^ :)]') }}
{%- endmacro %}

{#- What stands before: 'Hans Weber t/a Weber Bikes' -> 'Hans Weber'; a name without a tail stays. -#}
{% macro name_before_tail(name) -%}
{{ replace_pattern(name, '(?i)^(.*?[^ ,;(-])[ ,;(-]+(' ~ _trading_words() ~ '|' ~ _other_tail_words() ~ ')[: ] *[^ :)].*$', '\\1') }}
{%- endmacro %}

{#- The name traded under, null without one: 'Hans Weber t/a Weber Bikes' -> 'Weber Bikes' -#}
{% macro trading_name(name) -%}
case
    when {{ has_pattern(name, '(?i)[^ ,;(-][ ,;(-]+(' ~ _trading_words() ~ ')[: ] *[^ :)]') }}
        then nullif(trim({{ replace_pattern(name_before_tail(_behind_trading_word(name)), '^([^(]*[^ (]) *\\)$', '\\1') }}), '')
end
{%- endmacro %}

{%- macro _behind_trading_word(name) -%}
{{ replace_pattern(name, '(?i)^.*?[^ ,;(-][ ,;(-]+(' ~ _trading_words() ~ ')[: ] *([^ :)].*)$', '\\2') }}
{%- endmacro %}

{%- macro _trading_words() -%}
t/a|t\.a\.|d/b/a|d\.b\.a\.?|dba|trading as|trades as|doing business as|operating as|o/a|a/k/a|also known as|handelnd unter|handelnd als|firmierend unter|firmierend als|nom commercial|exer.ant sous le nom|sous l.enseigne|nombre comercial|que gira como
{%- endmacro %}

{%- macro _other_tail_words() -%}
inh\.?|inhaber|inhaberin|prop\.|proprietor|titular|propri.taire|vormals|vorm\.|ehemals|ehem\.|fr.her|formerly|previously known as|f/k/a|fka|anciennement|antes|antiguamente|c/o|z\. ?hd\.|zu h.nden|attn\.?
{%- endmacro %}
