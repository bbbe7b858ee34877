// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `aString` member.
    pub a_string: Option<types::String>,
    /// The `aOption` member.
    pub a_option: Option<types::Option>,
    /// The `aNone` member.
    pub a_none: Option<types::None>,
    /// The `aBox` member.
    pub a_box: Option<types::Box>,
}

// …

/// The output of `Plant`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `aResult` member.
    pub a_result: Option<types::Result>,
    /// The `aBox` member.
    pub a_box: Option<types::Box>,
    /// The `aString` member.
    pub a_string: Option<types::String>,
    /// The `aVec` member.
    pub a_vec: Option<types::Vec>,
    /// The `aSend` member.
    pub a_send: Option<types::Send>,
    /// The `aSelf` member.
    pub a_self: Option<types::SelfValue>,
    /// The `aError` member.
    pub a_error: Option<types::Error>,
    /// The `aClient` member.
    pub a_client: Option<types::Client>,
    /// The `aBuilder` member.
    pub a_builder: Option<types::Builder>,
    /// The `aSome` member.
    pub a_some: Option<types::Some>,
    /// The `aOk` member.
    pub a_ok: Option<types::Ok>,
    /// The `aDefault` member.
    pub a_default: Option<types::Default>,
    /// The `aFrom` member.
    pub a_from: Option<types::From>,
    /// The `aInto` member.
    pub a_into: Option<types::Into>,
    /// The `aAsRef` member.
    pub a_as_ref: Option<types::AsRef>,
    /// The `aSync` member.
    pub a_sync: Option<types::Sync>,
    /// The `aHashMap` member.
    pub a_hash_map: Option<types::HashMap>,
    /// The `aArc` member.
    pub a_arc: Option<types::Arc>,
    /// The `aFuture` member.
    pub a_future: Option<types::Future>,
    /// The `aCow` member.
    pub a_cow: Option<types::Cow>,
    /// The `aUnhandled` member.
    pub a_unhandled: Option<types::Unhandled>,
    /// The `aBuilders` member.
    pub a_builders: Option<types::Builders>,
    /// The `aNone` member.
    pub a_none: Option<types::None>,
    /// The `aOption` member.
    pub a_option: Option<types::Option>,
    /// The `aErr` member.
    pub a_err: Option<types::Err>,
    /// The `aUnknownVariantValue` member.
    pub a_unknown_variant_value: Option<types::UnknownVariantValue>,
    _request_id: Option<String>,
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        a_result: "aResult",
        a_box: "aBox",
        a_string: "aString",
        a_vec: "aVec",
        a_send: "aSend",
        a_self: "aSelf",
        a_error: "aError",
        a_client: "aClient",
        a_builder: "aBuilder",
        a_some: "aSome",
        a_ok: "aOk",
        a_default: "aDefault",
        a_from: "aFrom",
        a_into: "aInto",
        a_as_ref: "aAsRef",
        a_sync: "aSync",
        a_hash_map: "aHashMap",
        a_arc: "aArc",
        a_future: "aFuture",
        a_cow: "aCow",
        a_unhandled: "aUnhandled",
        a_builders: "aBuilders",
        a_none: "aNone",
        a_option: "aOption",
        a_err: "aErr",
        a_unknown_variant_value: "aUnknownVariantValue",
    },
}

// …
