// …

/// Builder for [`PlantInput`](crate::operation::plant::PlantInput).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantInputBuilder {
    pub(crate) value: super::PlantInput,
}

restjson1_runtime::value_builder! {
    builder: PlantInputBuilder,
    unset: super::PlantInput {
        secret,
        key,
        pin,
        colour,
        hidden,
        tool,
        buried,
        secrets,
        names,
        by_name,
        by_secret,
        plain,
        open,
    },
}

// …
