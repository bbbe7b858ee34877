// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `tool` member.
    pub tool: Option<types::Tool>,
    /// The `choice` member.
    pub choice: Option<types::Choice>,
    /// The `lonely` member.
    pub lonely: Option<types::Lonely>,
    /// The `tools` member.
    pub tools: Option<Vec<types::Tool>>,
    /// The `toolsByName` member.
    pub tools_by_name: Option<HashMap<String, types::Tool>>,
    /// The `shed` member.
    pub shed: Option<types::Shed>,
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        tool: "tool",
        choice: "choice",
        lonely: "lonely",
        tools: "tools",
        tools_by_name: "toolsByName",
        shed: "shed",
    },
}

// …
