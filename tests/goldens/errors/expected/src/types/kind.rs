// …

use restjson1_runtime::http;

use crate::error::UnknownVariantError;
use crate::primitives::sealed_enum_unknown::UnknownVariantValue;

// …

#[doc(hidden)]
impl http::ToHttpString for Kind {
    #[inline]
    fn to_http_string(&self) -> std::borrow::Cow<'_, str> {
        std::borrow::Cow::Borrowed(self.as_str())
    }
}
