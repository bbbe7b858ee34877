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

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "tool" => Some(self.tool.slot()),
            "choice" => Some(self.choice.slot()),
            "lonely" => Some(self.lonely.slot()),
            "tools" => Some(self.tools.slot()),
            "toolsByName" => Some(self.tools_by_name.slot()),
            "shed" => Some(self.shed.slot()),
            _ => None,
        }
    }
}

// …
