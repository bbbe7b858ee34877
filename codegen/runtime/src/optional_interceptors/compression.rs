//! Compression of request bodies.

use aws_smithy_compression::body::compress::CompressedBody;
use aws_smithy_compression::http::CompressRequest;
use aws_smithy_compression::{CompressionAlgorithm, CompressionOptions};
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{
    Intercept, SharedInterceptor, dyn_dispatch_hint,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;

use crate::config::{DisableRequestCompression, RequestMinCompressionSizeBytes};

const CONTENT_ENCODING: &str = "content-encoding";

pub(super) fn interceptor() -> SharedInterceptor {
    SharedInterceptor::permanent(Compression)
}

/// An interceptor that compresses the body once per call, before the first attempt.
#[derive(Debug)]
struct Compression;

#[dyn_dispatch_hint]
impl Intercept for Compression {
    fn name(&self) -> &'static str {
        "RequestCompressionInterceptor"
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let mut options = CompressionOptions::default();
        if let Some(size) = config.load::<RequestMinCompressionSizeBytes>() {
            options = options.with_min_compression_size_bytes(size.0)?;
        }
        let disable = config.load::<DisableRequestCompression>();
        if disable.is_some_and(|disable| disable.0) {
            return Ok(());
        }
        if compress(context.request_mut(), &options)? {
            config
                .interceptor_state()
                .store_append(SmithySdkFeature::GzipRequestCompression);
        }
        Ok(())
    }
}

/// Compresses the body unless it is small. Returns `true` if it was compressed.
fn compress(request: &mut HttpRequest, options: &CompressionOptions) -> Result<bool, BoxError> {
    let length = request.body().bytes().map(<[u8]>::len);
    let min_length = usize::try_from(options.min_compression_size_bytes())?;
    if length.is_some_and(|length| length < min_length) {
        return Ok(false);
    }
    let gzip = CompressionAlgorithm::Gzip.into_impl_http_body_1_x(options);
    let body = std::mem::replace(request.body_mut(), SdkBody::taken());
    if length.is_some() {
        let body = CompressedBody::new(body, gzip).into_compressed_sdk_body()?;
        let length = body.bytes().map(<[u8]>::len).unwrap_or_default();
        let headers = request.headers_mut();
        headers.insert("content-length", length.to_string());
        *request.body_mut() = body;
    } else {
        // The compressed length of a stream is unknown.
        request.headers_mut().remove("content-length");
        // A retryable stream is compressed again for each attempt.
        let body = match body.try_clone() {
            Some(source) => SdkBody::retryable(move || compressed(source.try_clone(), &*gzip)),
            None => compressed(Some(body), &*gzip),
        };
        *request.body_mut() = body;
    }
    let encodings = match request.headers().get(CONTENT_ENCODING) {
        Some(encodings) if !encodings.is_empty() => format!("{encodings}, gzip"),
        _ => "gzip".to_owned(),
    };
    request
        .headers_mut()
        .try_insert(CONTENT_ENCODING, encodings)?;
    Ok(true)
}

fn compressed(body: Option<SdkBody>, gzip: &dyn CompressRequest) -> SdkBody {
    let body = body.unwrap_or_else(SdkBody::taken);
    SdkBody::from_body_1_x(CompressedBody::new(body, gzip.clone_request_compressor()))
}

#[cfg(test)]
mod tests {
    use aws_smithy_compression::CompressionOptions;
    use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
    use aws_smithy_types::body::SdkBody;

    use super::{CONTENT_ENCODING, compress};

    #[test]
    fn bodies_are_compressed_unless_they_are_small() {
        let options = CompressionOptions::default();
        let options = options.with_min_compression_size_bytes(10).expect("valid");
        for (content, header, encodings) in [
            ("123456789", None, None),
            ("1234567890", None, Some("gzip")),
            ("1234567890", Some("custom"), Some("custom, gzip")),
        ] {
            let mut request = HttpRequest::new(SdkBody::from(content));
            if let Some(header) = header {
                request.headers_mut().insert(CONTENT_ENCODING, header);
            }
            let is_compressed = compress(&mut request, &options).expect("compressed");
            assert_eq!(is_compressed, encodings.is_some(), "{content}");
            assert_eq!(request.headers().get(CONTENT_ENCODING), encodings);
            let body = request.body().bytes().expect("in memory");
            assert_eq!(body.starts_with(&[0x1f, 0x8b]), is_compressed);
            let length = request.headers().get("content-length");
            let expected = is_compressed.then(|| body.len().to_string());
            assert_eq!(length, expected.as_deref());
        }
    }
}
