{{ state_with_inbox('match_model_parameters') }}
