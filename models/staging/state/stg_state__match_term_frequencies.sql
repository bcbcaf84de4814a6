{{ state_with_inbox('match_term_frequencies') }}
