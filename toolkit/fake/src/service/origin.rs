//! Origins of players: patterns that allow them.

use super::playback::Denial;

/// Checks an origin. Only browsers send one, so it may be absent unless the check is strict.
pub(crate) fn check(allowed: Vec<&str>, strict: bool, origin: Option<&str>) -> Result<(), Denial> {
    let fits = match origin {
        _ if allowed.is_empty() => true,
        None => !strict,
        Some(origin) => allowed
            .iter()
            .any(|pattern| matches_origin(pattern, origin)),
    };
    if fits { Ok(()) } else { Err(Denial::Origin) }
}

/// Returns `true` if an origin is the allowed one, or is below its wildcard.
fn matches_origin(pattern: &str, origin: &str) -> bool {
    let (pattern, origin) = (
        pattern.trim().to_ascii_lowercase(),
        origin.to_ascii_lowercase(),
    );
    if pattern == "*" {
        return true;
    }
    match pattern.split_once("*.") {
        Some((scheme, domain)) => {
            let host = origin.strip_prefix(scheme);
            let label = host.and_then(|host| host.strip_suffix(domain)?.strip_suffix('.'));
            label.is_some_and(|label| !label.is_empty() && !label.contains('/'))
        }
        None => pattern == origin,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_match_exactly_or_below_a_wildcard() {
        for (pattern, origin, fits) in [
            ("https://a.example", "https://a.example", true),
            ("https://a.example", "https://A.example", true),
            ("https://a.example", "http://a.example", false),
            ("https://*.a.example", "https://b.a.example", true),
            ("https://*.a.example", "https://c.b.a.example", true),
            ("https://*.a.example", "https://a.example", false),
            ("https://*.a.example", "https://ba.example", false),
            ("https://*.a.example", "https://x/.a.example", false),
            ("*", "null", true),
            ("", "https://a.example", false),
        ] {
            assert_eq!(matches_origin(pattern, origin), fits, "{pattern} {origin}");
        }
    }
}
