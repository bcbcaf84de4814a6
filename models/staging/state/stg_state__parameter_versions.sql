{{ state_with_inbox('parameter_versions') }}
