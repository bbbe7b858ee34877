// …

restjson1_runtime::error_structure! {
    error: Unknown,
    name: "Unknown",
    message: optional,
    text: |error| Some(&error.reason_message),
}

// …
