{#- The particles that a given name ends in, which belong to the family name; empty when there are none.
    'Jan van der' -> 'van der', 'Maria' -> '' -#}
{% macro particles_behind(text) -%}
{{ find_pattern(text, '(?i)[^ ] ((?:(?:van|von|vom|zu|zum|zur|der|den|ter|ten|de|del|della|di|da|dos|das|du|des|la|af|av) ?)+)$', 1) }}
{%- endmacro %}
