// …

#[doc(hidden)]
impl http::HttpText for Kind {
    #[inline]
    fn http_text(&self) -> std::borrow::Cow<'_, str> {
        std::borrow::Cow::Borrowed(self.as_str())
    }
}
