{#- A street without the apostrophes and dots inside its words: 'V.le dell''Arte', it -> 'Vle dellArte' -#}
{% macro join_street_type(street, language) -%}
case
    when {{ language }} = 'it' and {{ has_pattern(street, _split_type()) }}
        then {{ join_apostrophes(replace_pattern(street, _split_type(), '\\1\\2 ')) }}
    else {{ join_apostrophes(street) }}
end
{%- endmacro %}

{% macro _split_type() %}^([VPCLvpcl])[.] ?(le|za|zza|so|go|LE|ZA|ZZA|SO|GO)[ .]+{% endmacro %}
