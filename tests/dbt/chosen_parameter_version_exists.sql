-- A version named by var match_parameter_version that nobody trained would silently mean the shipped parameters.
select chosen.parameter_version
from {{ ref('match_parameter_version') }} as chosen
left join {{ ref('stg_state__parameter_versions') }} as versions on chosen.parameter_version = versions.parameter_version
where chosen.parameter_version <> 'seed' and versions.parameter_version is null
