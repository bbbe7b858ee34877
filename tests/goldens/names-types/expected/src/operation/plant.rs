// …

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `aString`.
    pub a_string: Option<types::String>,
    /// The value of `aOption`.
    pub a_option: Option<types::Option>,
    /// The value of `aNone`.
    pub a_none: Option<types::None>,
    /// The value of `aBox`.
    pub a_box: Option<types::Box>,
}

// …

/// What `Plant` answers.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The value of `aResult`.
    pub a_result: Option<types::Result>,
    /// The value of `aBox`.
    pub a_box: Option<types::Box>,
    /// The value of `aString`.
    pub a_string: Option<types::String>,
    /// The value of `aVec`.
    pub a_vec: Option<types::Vec>,
    /// The value of `aSend`.
    pub a_send: Option<types::Send>,
    /// The value of `aSelf`.
    pub a_self: Option<types::SelfValue>,
    /// The value of `aError`.
    pub a_error: Option<types::Error>,
    /// The value of `aClient`.
    pub a_client: Option<types::Client>,
    /// The value of `aBuilder`.
    pub a_builder: Option<types::Builder>,
    /// The value of `aSome`.
    pub a_some: Option<types::Some>,
    /// The value of `aOk`.
    pub a_ok: Option<types::Ok>,
    /// The value of `aDefault`.
    pub a_default: Option<types::Default>,
    /// The value of `aFrom`.
    pub a_from: Option<types::From>,
    /// The value of `aInto`.
    pub a_into: Option<types::Into>,
    /// The value of `aAsRef`.
    pub a_as_ref: Option<types::AsRef>,
    /// The value of `aSync`.
    pub a_sync: Option<types::Sync>,
    /// The value of `aHashMap`.
    pub a_hash_map: Option<types::HashMap>,
    /// The value of `aArc`.
    pub a_arc: Option<types::Arc>,
    /// The value of `aFuture`.
    pub a_future: Option<types::Future>,
    /// The value of `aCow`.
    pub a_cow: Option<types::Cow>,
    /// The value of `aUnhandled`.
    pub a_unhandled: Option<types::Unhandled>,
    /// The value of `aBuilders`.
    pub a_builders: Option<types::Builders>,
    /// The value of `aNone`.
    pub a_none: Option<types::None>,
    /// The value of `aOption`.
    pub a_option: Option<types::Option>,
    /// The value of `aErr`.
    pub a_err: Option<types::Err>,
    /// The value of `aUnknownVariantValue`.
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
