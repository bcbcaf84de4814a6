{#- Whether a record is a person or an organization: what the system says, else what its names say, else uncertain.
    full_name 'Miller Trading Ltd' -> organization, 'Berg, Anna' -> person, 'Morgan Stanley' -> uncertain -#}
{% macro decide_party_type() -%}
case
    when told_type = 'organization' and (has_organization or not has_person) then 'organization'
    when told_type = 'person' and (has_person or not has_organization) then 'person'
    when has_person and not is_whole_name then 'person'
    when has_organization_column and has_organization and not has_person then 'organization'
    when has_organization_column and has_person and not looks_organizational then 'person'
    when has_organization and looks_organizational then 'organization'
    when has_person and looks_personal then 'person'
    else 'uncertain'
end
{%- endmacro %}
