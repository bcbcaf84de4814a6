with

chosen as (
    select * from {{ ref('match_parameter_version') }}
),

shipped as (
    select * from {{ ref('match_model_parameters') }}
),

trained as (
    select parameters.*
    from {{ ref('stg_state__match_model_parameters') }} as parameters
    inner join chosen on parameters.parameter_version = chosen.parameter_version
),

-- A comparison added since the training has only its shipped rows, one of a text has only trained rows.
parameters as (
    select
        coalesce(trained.match_model, shipped.match_model) as match_model,
        coalesce(trained.comparison, shipped.comparison) as comparison,
        cast(coalesce(trained.level, shipped.level) as integer) as level,
        coalesce(trained.label, shipped.label) as label,
        coalesce(trained.p_match, shipped.p_match) as p_match,
        coalesce(trained.p_related, shipped.p_related) as p_related,
        coalesce(trained.p_other, shipped.p_other) as p_other
    from shipped
    full outer join trained
        on
            shipped.match_model = trained.match_model
            and shipped.comparison = trained.comparison
            and shipped.level = trained.level
)

select * from parameters
