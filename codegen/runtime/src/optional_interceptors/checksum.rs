//! MD5 checksums of request bodies.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{
    Intercept, SharedInterceptor, dyn_dispatch_hint,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::base64;
use aws_smithy_types::config_bag::ConfigBag;
use md5::{Digest as _, Md5};

const CONTENT_MD5: &str = "content-md5";

pub(super) fn interceptor() -> SharedInterceptor {
    SharedInterceptor::permanent(ContentMd5)
}

/// An interceptor that adds the checksum header, unless it is set, before the request is signed.
#[derive(Debug)]
struct ContentMd5;

#[dyn_dispatch_hint]
impl Intercept for ContentMd5 {
    fn name(&self) -> &'static str {
        "ContentMd5Interceptor"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        add_checksum(context.request_mut())
    }
}

fn add_checksum(request: &mut HttpRequest) -> Result<(), BoxError> {
    if request.headers().get(CONTENT_MD5).is_some() {
        return Ok(());
    }
    let body = request.body().bytes();
    let body = body.ok_or("cannot compute the MD5 checksum of a streaming body")?;
    let checksum = base64::encode(Md5::digest(body));
    request.headers_mut().try_insert(CONTENT_MD5, checksum)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
    use aws_smithy_types::body::SdkBody;

    use super::{CONTENT_MD5, add_checksum};

    #[test]
    fn the_checksum_is_added_unless_the_header_is_set() {
        for (header, expected) in [(None, "kAFQmDzST7DWlj99KOF/cg=="), (Some("x"), "x")] {
            let mut request = HttpRequest::new(SdkBody::from("abc"));
            if let Some(header) = header {
                request.headers_mut().insert(CONTENT_MD5, header);
            }
            add_checksum(&mut request).expect("a body in memory");
            assert_eq!(request.headers().get(CONTENT_MD5), Some(expected));
        }
        assert!(add_checksum(&mut HttpRequest::new(SdkBody::taken())).is_err());
    }
}
