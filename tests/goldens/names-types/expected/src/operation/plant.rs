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

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "aResult" => Some(self.a_result.slot()),
            "aBox" => Some(self.a_box.slot()),
            "aString" => Some(self.a_string.slot()),
            "aVec" => Some(self.a_vec.slot()),
            "aSend" => Some(self.a_send.slot()),
            "aSelf" => Some(self.a_self.slot()),
            "aError" => Some(self.a_error.slot()),
            "aClient" => Some(self.a_client.slot()),
            "aBuilder" => Some(self.a_builder.slot()),
            "aSome" => Some(self.a_some.slot()),
            "aOk" => Some(self.a_ok.slot()),
            "aDefault" => Some(self.a_default.slot()),
            "aFrom" => Some(self.a_from.slot()),
            "aInto" => Some(self.a_into.slot()),
            "aAsRef" => Some(self.a_as_ref.slot()),
            "aSync" => Some(self.a_sync.slot()),
            "aHashMap" => Some(self.a_hash_map.slot()),
            "aArc" => Some(self.a_arc.slot()),
            "aFuture" => Some(self.a_future.slot()),
            "aCow" => Some(self.a_cow.slot()),
            "aUnhandled" => Some(self.a_unhandled.slot()),
            "aBuilders" => Some(self.a_builders.slot()),
            "aNone" => Some(self.a_none.slot()),
            "aOption" => Some(self.a_option.slot()),
            "aErr" => Some(self.a_err.slot()),
            "aUnknownVariantValue" => Some(self.a_unknown_variant_value.slot()),
            _ => None,
        }
    }
}

// …
