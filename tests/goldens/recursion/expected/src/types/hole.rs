// …

/// The structure `Hole`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Hole {
    /// The `holes` member.
    pub holes: Option<Vec<Option<types::Hole>>>,
}

// …

restjson1_runtime::readable_members! { members: Hole { holes: "holes" } }

// …
