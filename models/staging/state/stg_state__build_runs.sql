{{ state_with_inbox('build_runs') }}
