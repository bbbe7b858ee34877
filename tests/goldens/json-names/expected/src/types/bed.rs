// …

#[doc(hidden)]
impl json::Members for Bed {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "Breite" => Some(self.width.slot()),
            "Innen" => Some(self.inner.slot()),
            "plain" => Some(self.plain.slot()),
            _ => None,
        }
    }
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
