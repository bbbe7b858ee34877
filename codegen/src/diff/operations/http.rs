//! The request line, authentication, and HTTP options.

use crate::diff::Rule;
use crate::diff::differ::{Differ, Site, changed, code, has};
use crate::ir::{AuthScheme, HttpOptions, Operation, PathPart, Structure};

/// Returns the method and URI of an operation's requests.
pub(super) fn request(operation: &Operation) -> String {
    let path = path(&operation.path, &operation.input);
    code(format!("{} {path}", operation.method))
}

/// Prints a URI path or a host prefix as models do.
fn path(parts: &[PathPart], input: &Structure) -> String {
    let part = |part: &PathPart| match part {
        PathPart::Literal(text) => text.clone(),
        PathPart::Label { member, greedy } => {
            let member = input.members.get(*member);
            let name = member.map_or("", |member| &*member.model);
            format!("{{{name}{}}}", if *greedy { "+" } else { "" })
        }
    };
    parts.iter().map(part).collect()
}

/// Returns a path with the Rust names of members, which may stay if their names in the model
/// change.
fn rust_path(parts: &[PathPart], input: &Structure) -> Vec<(String, bool)> {
    let part = |part: &PathPart| match part {
        PathPart::Literal(text) => (text.clone(), false),
        PathPart::Label { member, greedy } => {
            let member = input.members.get(*member);
            let name = member.map_or("", |member| &*member.name.rust);
            (format!("{{{name}}}"), *greedy)
        }
    };
    parts.iter().map(part).collect()
}

/// Compares method, host and URI.
pub(super) fn request_line(differ: &mut Differ<'_>, site: &Site, old: &Operation, new: &Operation) {
    if old.method != new.method {
        let change = has("HTTP method", Some(&old.method), Some(&new.method));
        let wire = changed(Some(&old.method), Some(&new.method));
        differ
            .new_side(Rule::OperationMethod, site, change)
            .wire(format!("the method {wire}"));
    }
    if rust_path(&old.path, &old.input) != rust_path(&new.path, &new.input) {
        let (before, after) = (path(&old.path, &old.input), path(&new.path, &new.input));
        let (before, after) = (Some(&*before), Some(&*after));
        differ
            .new_side(Rule::OperationUri, site, has("URI", before, after))
            .wire(format!("the URI {}", changed(before, after)));
    }
    if old.query_literals != new.query_literals {
        let query = |operation: &Operation| {
            let query = operation.query_literals.join("&");
            (!query.is_empty()).then_some(query)
        };
        let (before, after) = (query(old), query(new));
        let (before, after) = (before.as_deref(), after.as_deref());
        differ
            .new_side(
                Rule::OperationQuery,
                site,
                has("fixed query", before, after),
            )
            .wire(format!("the fixed query {}", changed(before, after)));
    }
    if rust_path(&old.host_prefix, &old.input) != rust_path(&new.host_prefix, &new.input) {
        let prefix = |operation: &Operation| {
            let prefix = path(&operation.host_prefix, &operation.input);
            (!prefix.is_empty()).then_some(prefix)
        };
        let (before, after) = (prefix(old), prefix(new));
        let (before, after) = (before.as_deref(), after.as_deref());
        differ
            .new_side(
                Rule::OperationHostPrefix,
                site,
                has("host prefix", before, after),
            )
            .wire(format!(
                "the prefix of the host name {}",
                changed(before, after)
            ));
    }
}

/// Compares authentication schemes.
pub(in crate::diff) fn auth(
    differ: &mut Differ<'_>,
    site: &Site,
    rule: Rule,
    old: Option<&[AuthScheme]>,
    new: Option<&[AuthScheme]>,
) {
    if old == new {
        return;
    }
    let describe = |schemes: Option<&[AuthScheme]>| match schemes {
        None => "like most operations".to_owned(),
        Some([]) => "without authentication".to_owned(),
        Some(schemes) => {
            let names = schemes.iter().map(|scheme| match scheme {
                AuthScheme::SigV4 => "with an AWS signature",
                AuthScheme::Bearer => "with a bearer token",
                AuthScheme::None => "without authentication",
            });
            names.collect::<Vec<_>>().join(" or ")
        }
    };
    let (before, after) = (describe(old), describe(new));
    differ
        .new_side(
            rule,
            site,
            format!("sends requests {after}, before {before}"),
        )
        .wire(format!("requests are sent {after}"));
}

/// Compares the optional HTTP features.
pub(super) fn options(differ: &mut Differ<'_>, site: &Site, old: HttpOptions, new: HttpOptions) {
    let HttpOptions {
        unsigned_payload,
        checksum,
        compression,
        requires_length,
    } = old;
    let mut option = |rule, before: bool, after: bool, [on, off]: [&str; 2], wire: [&str; 2]| {
        if before != after {
            let (change, wire) = if after { (on, wire[0]) } else { (off, wire[1]) };
            differ.new_side(rule, site, change).wire(wire);
        }
    };
    option(
        Rule::OperationUnsignedPayload,
        unsigned_payload,
        new.unsigned_payload,
        ["does not sign bodies", "signs bodies"],
        [
            "the signature does not cover the body",
            "the signature covers the body",
        ],
    );
    option(
        Rule::OperationChecksum,
        checksum,
        new.checksum,
        [
            "sends a checksum of the body",
            "no longer sends a checksum of the body",
        ],
        [
            "requests have the header `content-md5`",
            "requests lack the header `content-md5`",
        ],
    );
    option(
        Rule::OperationCompression,
        compression,
        new.compression,
        ["compresses large bodies", "no longer compresses bodies"],
        [
            "large bodies are compressed with gzip",
            "bodies are not compressed",
        ],
    );
    option(
        Rule::OperationRequiresLength,
        requires_length,
        new.requires_length,
        [
            "fails if the length of the stream is unknown",
            "accepts streams of unknown length",
        ],
        [
            "streams of unknown length are not sent",
            "streams of unknown length are sent in chunks",
        ],
    );
}
