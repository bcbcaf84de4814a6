{{ state_with_inbox('steward_decisions') }}
