//! The enums: all values of the model, and unknown values.

use std::collections::BTreeMap;

use harness::model;
use ivs_sdk::types;

/// Collects the values of each enum after a round trip, and checks how unknown values are parsed.
macro_rules! observe {
    ($($name:ident),+ $(,)?) => {
        BTreeMap::from([$({
            let round_trip = |value: &&'static str| {
                let from: types::$name = types::$name::from(*value);
                let parsed = types::$name::try_parse(value).expect("a value of the model");
                assert_eq!(from, parsed);
                assert_eq!(Ok(&parsed), value.parse().as_ref());
                assert_eq!(parsed.to_string(), *value);
                assert_eq!(parsed.as_ref(), *value);
                assert_eq!(parsed.as_str(), *value);
                *value
            };
            let error = types::$name::try_parse("strange").expect_err("an unknown value");
            assert_eq!(error.to_string(), "unknown enum variant: 'strange'");
            assert_eq!(types::$name::from("strange").as_str(), "strange");
            (stringify!($name), types::$name::values().iter().map(round_trip).collect::<Vec<_>>())
        }),+])
    };
}

#[test]
fn values_equal_those_of_the_model_in_alphabetical_order() {
    let observed = observe!(
        ChannelLatencyMode,
        ChannelType,
        ContainerFormat,
        FailoverSlateConfigurationState,
        MultitrackMaximumResolution,
        MultitrackPolicy,
        RecordingConfigurationState,
        RecordingMode,
        RenditionConfigurationRendition,
        RenditionConfigurationRenditionSelection,
        StreamHealth,
        StreamState,
        ThumbnailConfigurationResolution,
        ThumbnailConfigurationStorage,
        TranscodePreset,
    );
    assert_eq!(observed, model().enums());
}

#[test]
fn a_value_named_unknown_differs_from_the_variant_for_unknown_values() {
    assert_eq!(
        types::StreamHealth::from("UNKNOWN"),
        types::StreamHealth::UnknownValue
    );
    assert_eq!(types::StreamHealth::UnknownValue.as_str(), "UNKNOWN");
    assert_ne!(
        types::StreamHealth::from("strange"),
        types::StreamHealth::UnknownValue
    );
}
