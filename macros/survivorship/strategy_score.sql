{#- The sort key that the strategy at one position gives a candidate: bigger survives, null loses.
    strategy_score(1) on a row with strategy_1 = 'most_recent' -> the row's recency_score
    An invalid value scores by (lowered) trust only, a value a steward stated by its pin only. -#}
{% macro strategy_score(position) -%}
    case strategy_{{ position }}
        when 'pinned' then pinned_score
        when 'verified' then verified_score
        when 'most_trusted_source' then trust_score
        when 'most_recent' then case when is_evidence then recency_score end
        when 'most_frequent' then case when is_evidence then frequency_score end
        when 'most_complete' then case when is_evidence then completeness_score end
    end
{%- endmacro %}
