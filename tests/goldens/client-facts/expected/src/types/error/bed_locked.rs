// …

restjson1_runtime::error_structure! {
    error: BedLocked,
    name: "BedLocked",
    message: optional,
    text: |error| error.exception_message.as_deref(),
}

// …
