// …

restjson1_runtime::error_structure! {
    error: Unknown,
    name: "Unknown",
    message: optional,
    fields: [reason_message, message],
    text: |error| Some(&error.reason_message),
}

// …
