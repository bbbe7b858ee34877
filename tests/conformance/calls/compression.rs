//! Compression of streaming request bodies, in memory or not.

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use conformance::Http;

use crate::{Clock, client};

/// The first bytes of gzip data.
const GZIP: [u8; 2] = [0x1f, 0x8b];

#[tokio::test]
async fn a_compressed_stream_has_no_content_length() {
    let http = Http::recording();
    let client = client(&http, &Clock::default(), |config| config);
    let water = "water ".repeat(4_000);
    let length = water.len();
    let body = SdkBody::retryable(move || SdkBody::from_body_1_x(SdkBody::from(water.clone())));
    let call = client.pour().water(ByteStream::new(body));
    call.send().await.expect("an output");
    let request = http.take().expect("a request");
    assert_eq!(request.headers().get("content-encoding"), Some("gzip"));
    assert_eq!(request.headers().get("content-length"), None);
    let sent = ByteStream::new(request.into_body()).collect().await;
    let sent = sent.expect("a complete body").to_vec();
    assert_eq!(sent[..2], GZIP);
    assert!(sent.len() < length / 10, "{}", sent.len());
}

#[tokio::test]
async fn a_compressed_body_in_memory_has_a_content_length() {
    let http = Http::recording();
    let client = client(&http, &Clock::default(), |config| config);
    let water = "water ".repeat(4_000);
    let call = client
        .pour()
        .water(ByteStream::from(water.clone().into_bytes()));
    call.send().await.expect("an output");
    let request = http.take().expect("a request");
    assert_eq!(request.headers().get("content-encoding"), Some("gzip"));
    let sent = request.body().bytes().expect("bytes in memory");
    assert_eq!(sent[..2], GZIP);
    let length = sent.len().to_string();
    assert_eq!(request.headers().get("content-length"), Some(&*length));
}

#[tokio::test]
async fn a_body_is_unchanged_if_it_is_short_or_compression_is_disabled() {
    let http = Http::recording();
    let off = client(&http, &Clock::default(), |config| {
        config.disable_request_compression(true)
    });
    let long = "water ".repeat(4_000);
    let on = client(&http, &Clock::default(), |config| config);
    for (client, water) in [(&off, &*long), (&on, "water")] {
        let call = client
            .pour()
            .water(ByteStream::from(water.as_bytes().to_vec()));
        call.send().await.expect("an output");
        let request = http.take().expect("a request");
        assert_eq!(request.headers().get("content-encoding"), None);
        assert_eq!(request.body().bytes(), Some(water.as_bytes()));
    }
}
