{{ state_with_inbox('match_oversized_keys') }}
