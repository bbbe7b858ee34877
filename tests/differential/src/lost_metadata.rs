//! The metadata of error responses that the official client loses and ours keeps.
//!
//! If a response has no code, or cannot be read completely, the official client returns an unhandled
//! error without metadata. Ours keeps the code, the message and the request ID that could be read,
//! and retries by that code. The outcomes of the official client are completed with this metadata,
//! so that ours must have exactly the same.

use aws_smithy_json::deserialize::token::skip_value;
use aws_smithy_json::deserialize::{Token, json_token_iter};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::error::ErrorMetadata;
use aws_types::request_id::apply_request_id;

/// Returns the metadata that can be read from `response`.
pub fn metadata(response: &HttpResponse) -> ErrorMetadata {
    let mut metadata = ErrorMetadata::builder();
    if !response.status().is_success() {
        let body = body(response.body().bytes().unwrap_or_default());
        let (code, message) = body.unwrap_or_default();
        let header = response.headers().get("x-amzn-errortype");
        if let Some(code) = header.map(str::to_owned).or(code) {
            metadata = metadata.code(bare(&code));
        }
        if let Some(message) = message {
            metadata = metadata.message(message);
        }
    }
    apply_request_id(metadata, response.headers()).build()
}

fn bare(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or_default();
    code.split_once('#').map_or(code, |(_, code)| code)
}

/// Returns code and message in the body of an error; `None` if the body is not valid JSON.
fn body(json: &[u8]) -> Option<(Option<String>, Option<String>)> {
    let mut tokens = json_token_iter(json).peekable();
    let (mut code, mut shape, mut message) = (None, None, None);
    if !matches!(
        tokens.next().transpose().ok()?,
        Some(Token::StartObject { .. })
    ) {
        return Some((None, None));
    }
    loop {
        match tokens.next().transpose().ok()? {
            Some(Token::EndObject { .. }) => break,
            Some(Token::ObjectKey { key, .. }) => {
                let name = key.to_unescaped().ok()?;
                if let Some(Ok(Token::ValueString { value, .. })) = tokens.peek() {
                    let value = Some(value.to_unescaped().ok()?.into_owned());
                    match &*name {
                        "code" => code = value,
                        "__type" => shape = value,
                        "message" | "Message" | "errorMessage" => message = value,
                        _ => {}
                    }
                }
                skip_value(&mut tokens).ok()?;
            }
            _ => return None,
        }
    }
    match tokens.next() {
        None => Some((code.or(shape), message)),
        Some(_) => None,
    }
}
