// …

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `tool`.
    pub tool: Option<types::Tool>,
    /// The value of `choice`.
    pub choice: Option<types::Choice>,
    /// The value of `lonely`.
    pub lonely: Option<types::Lonely>,
    /// The value of `tools`.
    pub tools: Option<Vec<types::Tool>>,
    /// The value of `toolsByName`.
    pub tools_by_name: Option<HashMap<String, types::Tool>>,
    /// The value of `shed`.
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
