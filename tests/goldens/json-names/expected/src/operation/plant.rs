// …

#[doc(hidden)]
impl operation::Operation for Plant {
    // …

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plant");
        let members: [json::Member<'_>; 4] = [
            ("Z", &input.apple),
            ("Beet", &input.bed),
            ("tool", &input.tool),
            ("aardvark", &input.zebra),
        ];
        request.members(&members)?;
        Ok(())
    }

    // …
}

// …

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "Beet" => Some(self.bed.slot()),
            "tool" => Some(self.tool.slot()),
            "aardvark" => Some(self.zebra.slot()),
            "Z" => Some(self.apple.slot()),
            _ => None,
        }
    }
}

// …
