//! The sources of endpoint URLs and regions that are not valid, for error messages.

use std::borrow::Cow;
use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointFuture, EndpointResolverParams, ResolveEndpoint,
};
use aws_smithy_runtime_api::client::interceptors::error::ContextAttachedError;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_types::region::Region;

use super::host::all_bytes;

/// The source of the configured endpoint URL, stored only if the URL is not valid.
#[derive(Clone, Debug)]
pub(crate) struct InvalidUrlSource(pub(crate) Cow<'static, str>);

impl Storable for InvalidUrlSource {
    type Storer = StoreReplace<Self>;
}

/// A region from the shared configuration that is not valid, and its source.
#[derive(Clone, Debug)]
pub(crate) struct InvalidRegion {
    pub(crate) region: Region,
    pub(crate) source: Cow<'static, str>,
}

impl Storable for InvalidRegion {
    type Storer = StoreReplace<Self>;
}

/// An endpoint URL that is not valid.
#[derive(Debug)]
pub(super) struct InvalidUrl {
    url: String,
    reason: String,
    source: Option<Cow<'static, str>>,
}

impl InvalidUrl {
    pub(super) fn new(url: &str, reason: String) -> Self {
        Self {
            url: redacted(url),
            reason,
            source: None,
        }
    }
}

impl fmt::Display for InvalidUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            url,
            reason,
            source,
        } = self;
        write!(f, "the endpoint's URL {url:?} {reason}")?;
        match source {
            Some(source) => write!(f, "; it was set by {source}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for InvalidUrl {}

/// Returns the start of `url`, without user, password and query, which may be secret.
///
/// A password may also be in place of the port, if the `@` after it is missing.
fn redacted(url: &str) -> String {
    const LENGTH: usize = 100;
    let (before_query, query) = match url.find(['?', '#']) {
        Some(index) => (&url[..index], "…"),
        None => (url, ""),
    };
    // A password may contain the characters that end it, so everything before the last `@` counts.
    let (user, rest) = match url.rfind('@') {
        Some(index) => ("…", before_query.get(index..).unwrap_or("@")),
        None => ("", before_query),
    };
    let (rest, query) = match port(rest) {
        Some(index) if user.is_empty() => (&rest[..index], "…"),
        _ => (rest, query),
    };
    match rest.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{user}{}…", &rest[..end]),
        None => format!("{user}{rest}{query}"),
    }
}

/// Returns the index of what is in place of the port of a URL, unless it is a number.
fn port(url: &str) -> Option<usize> {
    let start = url.find("://").map_or(0, |index| index + 3);
    let authority = url[start..].split(['/', '\\']).next()?;
    // The colons of an IPv6 address are in brackets.
    let host = match authority.starts_with('[') {
        true => authority.find(']')?,
        false => 0,
    };
    let index = host + authority[host..].find(':')? + 1;
    let is_number = all_bytes(&authority[index..], |byte| byte.is_ascii_digit());
    (!is_number).then_some(start + index)
}

/// A resolver whose errors name the source of the endpoint URL.
pub struct NameUrlSource<T>(pub T);

impl<T: fmt::Debug> fmt::Debug for NameUrlSource<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: ResolveEndpoint> ResolveEndpoint for NameUrlSource<T> {
    fn resolve_endpoint<'a>(&'a self, params: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        let resolved = self.0.resolve_endpoint(params);
        let Some(InvalidUrlSource(source)) = params.get_property() else {
            return resolved;
        };
        EndpointFuture::new(async move {
            resolved.await.map_err(|error| {
                let error = match error.downcast::<InvalidUrl>() {
                    Ok(error) => error,
                    Err(other) => return other,
                };
                let source = Some(source.clone());
                InvalidUrl { source, ..*error }.into()
            })
        })
    }

    fn finalize_params<'a>(
        &'a self,
        params: &'a mut EndpointResolverParams,
    ) -> Result<(), BoxError> {
        self.0.finalize_params(params)
    }
}

/// Names the region and its source if `error`, about the endpoint parameters, is due to the region.
pub(crate) fn with_region(error: BoxError, config: &ConfigBag) -> BoxError {
    let Some(region) = config.load::<Region>() else {
        return error;
    };
    if super::is_valid_host_label(region.as_ref(), false) {
        return error;
    }
    let source = match config.load::<InvalidRegion>() {
        Some(invalid) if invalid.region == *region => &*invalid.source,
        _ => "the setter `region`",
    };
    let region = region.as_ref();
    let message = format!("the region {region:?}, set by {source}, is not valid");
    ContextAttachedError::new(message, error).into()
}

#[cfg(test)]
mod tests {
    use super::redacted;

    #[test]
    fn users_passwords_and_queries_are_not_shown() {
        for (url, shown) in [
            ("", ""),
            ("example.com/a", "example.com/a"),
            ("https://user:p@ss word@host/a", "…@host/a"),
            ("https://host a/?token=secret", "https://host a/…"),
            ("https://host/#secret", "https://host/…"),
            ("https://user:a?b@host", "…@…"),
            ("secret@", "…@"),
            ("https://user:secret", "https://user:…"),
            ("https://user:se/cret?a", "https://user:…"),
            ("user:secret", "user:…"),
            ("https://a:1:secret", "https://a:…"),
            ("https://host :443/a", "https://host :443/a"),
            ("https://host:/a b", "https://host:/a b"),
            ("https:/host", "https:/host"),
            ("https://[::1", "https://[::1"),
            ("https://[::1]:secret", "https://[::1]:…"),
        ] {
            assert_eq!(redacted(url), shown, "{url}");
        }
        let long = redacted(&"é".repeat(1000));
        assert_eq!(long, "é".repeat(100) + "…");
    }
}
