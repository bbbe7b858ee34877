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
        let mut body = request.json();
        body.member("Z", &input.apple)?;
        body.member("Beet", &input.bed)?;
        body.member("tool", &input.tool)?;
        body.member("aardvark", &input.zebra)?;
        body.finish();
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
