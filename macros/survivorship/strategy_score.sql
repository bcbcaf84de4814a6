{#- The sort key that the strategy at one position gives a candidate: bigger survives, null loses.
    strategy_score(1) on a row with strategy_1 = 'most_recent' -> the row's recency_score
    An invalid value scores by pins, verification and (lowered) trust only. -#}
{% macro strategy_score(position) -%}
    case strategy_{{ position }}
        when 'pinned' then pinned_score
        when 'verified' then verified_score
        when 'most_trusted_source' then trust_score
        when 'most_recent' then case when is_valid then recency_score end
        when 'most_frequent' then case when is_valid then frequency_score end
        when 'most_complete' then case when is_valid then completeness_score end
    end
{%- endmacro %}
