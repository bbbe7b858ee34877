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
        request.members(&members)
    }

    // …
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        bed: "Beet",
        tool: "tool",
        zebra: "aardvark",
        apple: "Z",
    },
}

// …
