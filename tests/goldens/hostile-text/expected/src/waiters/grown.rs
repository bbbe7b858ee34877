// …

restjson1_runtime::waiter! {
    builder: GrownFluentBuilder,
    method: "grown",
    accept: accept,
    min_delay: 2,
    max_delay: 120,
    successes: 1,
    operation: crate::operation::plant::Plant,
    input: crate::operation::plant::builders::PlantInputBuilder,
    output: crate::operation::plant::PlantOutput,
    error: crate::operation::plant::PlantError,
    final_poll: GrownFinalPoll,
    wait_error: WaitUntilGrownError,
}

// …
