// …

restjson1_runtime::readable_members! {
    members: Bed {
        width: "Breite",
        inner: "Innen",
        plain: "plain",
    },
}

#[doc(hidden)]
impl json::Write for Bed {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 3] = [
            ("Breite", &self.width),
            ("Innen", &self.inner),
            ("plain", &self.plain),
        ];
        out.members(&members)
    }
}
