{#- Whether the letters and digits of a postal code may stand where they do, in countries where the shape says too little.
    'SW1A1AA' in GB -> true, 'QW1A1CI' in GB -> false, '0123AB' in NL -> false; true in other countries -#}
{% macro is_postal_code(characters, country) -%}
case
    when {{ country }} = 'GB' then {{ has_pattern(characters, '^(' ~ _british_areas() ~ ')[0-9][0-9A-Z]?[0-9][ABD-HJLN-UW-Z]{2}$|^GIR0AA$|^BFPO[0-9]{1,4}$') }}
    when {{ country }} = 'CA' then {{ has_pattern(characters, '^[ABCEGHJ-NPR-TVXY][0-9][ABCEGHJ-NPR-TV-Z][0-9][ABCEGHJ-NPR-TV-Z][0-9]$') }}
    when {{ country }} = 'NL' then {{ has_pattern(characters, '^[1-9][0-9]{3}([A-RT-Z][A-Z]|S[BCE-RT-Z])$') }}
    else true
end
{%- endmacro %}

{% macro _british_areas() -%}
A[BL]|B[ABDFHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]
{#- #}|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE
{%- endmacro %}
