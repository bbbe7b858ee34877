//! IVS of 2025-04 against that of 2026-11, which need the reference files.

use std::collections::{BTreeMap, BTreeSet};

use codegen::Source;
use codegen::canonical;
use codegen::diff::Class;
use serde_json::Value;

use crate::models::Texts;
use crate::table::{lines, report};
use crate::workspace;

const OPERATIONS: [&str; 11] = [
    "CreateAdConfiguration",
    "CreateFailoverSlateConfiguration",
    "DeleteAdConfiguration",
    "DeleteFailoverSlateConfiguration",
    "GetAdConfiguration",
    "GetFailoverSlateConfiguration",
    "InsertAdBreak",
    "ListAdConfigurations",
    "ListFailoverSlateConfigurations",
    "UpdateAdConfiguration",
    "UpdateFailoverSlateConfiguration",
];
const TYPES: [&str; 8] = [
    "AdConfiguration",
    "AdConfigurationSummary",
    "FailoverSlateConfiguration",
    "FailoverSlateConfigurationState",
    "FailoverSlateConfigurationSummary",
    "MediaTailorPlaybackConfiguration",
    "PostRollConfiguration",
    "ServiceUnavailable",
];
/// The outputs and errors that bind response headers now.
const BATCH_OUTPUTS: [&str; 3] = [
    "BatchGetChannelResponse",
    "BatchGetStreamKeyResponse",
    "BatchStartViewerSessionRevocationResponse",
];
const ERRORS: [&str; 10] = [
    "AccessDeniedException",
    "ChannelNotBroadcasting",
    "ConflictException",
    "InternalServerException",
    "PendingVerification",
    "ResourceNotFoundException",
    "ServiceQuotaExceededException",
    "StreamUnavailable",
    "ThrottlingException",
    "ValidationException",
];
const HEADERS: [&str; 7] = [
    "accessControlAllowOrigin",
    "accessControlExposeHeaders",
    "cacheControl",
    "contentSecurityPolicy",
    "strictTransportSecurity",
    "xContentTypeOptions",
    "xFrameOptions",
];
/// The other members that are new in shapes of 2025.
const MEMBERS: [(&str, &[&str]); 6] = [
    ("Channel", ARNS),
    ("ChannelSummary", ARNS),
    ("CreateChannelRequest", ARNS),
    ("UpdateChannelRequest", ARNS),
    (
        "ListChannelsRequest",
        &[
            "filterByAdConfigurationArn",
            "filterByFailoverSlateConfigurationArn",
        ],
    ),
    ("StreamSession", &["failoverSlateConfiguration"]),
];
const ARNS: &[&str] = &["adConfigurationArn", "failoverSlateConfigurationArn"];
/// The operations with new errors.
const NEW_ERRORS: [(&str, &[&str]); 3] = [
    ("BatchGetChannel", BATCH_ERRORS),
    ("BatchGetStreamKey", BATCH_ERRORS),
    ("UpdateChannel", &["ThrottlingException"]),
];
const BATCH_ERRORS: &[&str] = &[
    "AccessDeniedException",
    "ServiceUnavailable",
    "ValidationException",
];

/// Returns the published models of both months.
fn published(test: &str) -> Option<[Texts; 2]> {
    let models = workspace::reference(test)?.join("models");
    let partitions = workspace::ivs().partitions;
    Some(["ivs-2025-04", "ivs-2026-11"].map(|name| Texts {
        model: workspace::read(&models.join(format!("{name}.json"))),
        partitions: partitions.clone(),
    }))
}

/// Returns the facts of a model: no documentation.
fn facts(texts: &Texts) -> Texts {
    let name = "model.json";
    let text = &*texts.model;
    let canonical = canonical::model(Source { name, text }).expect("a model");
    Texts {
        model: canonical.text,
        partitions: texts.partitions.clone(),
    }
}

#[test]
fn all_new_facts_of_2026_are_found_and_nothing_else() {
    let test = "ivs::all_new_facts_of_2026_are_found_and_nothing_else";
    let Some([old, new]) = published(test) else {
        return;
    };
    let mut expected = BTreeSet::new();
    let mut expect = |line: String| assert!(expected.insert(line.clone()), "{line}");
    for name in OPERATIONS {
        expect(format!("additive operation-added {name}"));
    }
    for name in TYPES {
        expect(format!("additive type-added {name}"));
    }
    for shape in BATCH_OUTPUTS.iter().chain(&ERRORS) {
        for member in HEADERS {
            expect(format!("additive member-added {shape}${member}"));
        }
    }
    for error in ERRORS {
        expect(format!("additive member-added {error}$xAmznErrorType"));
    }
    for (shape, members) in MEMBERS {
        for member in members {
            expect(format!("additive member-added {shape}${member}"));
        }
    }
    for shape in ["TagKey", "TagValue"] {
        expect(format!("behavioural constraint-pattern {shape}"));
    }
    expect("documentation readme-example AmazonInteractiveVideoService".to_owned());
    // The conformance tests of endpoints.
    expect("none trait-without-effect AmazonInteractiveVideoService".to_owned());

    let report = report(&facts(&old), &facts(&new));
    let lines = lines(&report);
    let lines = lines
        .iter()
        .map(|line| line.replace("com.amazonaws.ivs#", ""));
    let (errors, lines): (Vec<_>, Vec<_>) =
        lines.partition(|line| line.starts_with("additive operation-error-added "));
    let found: BTreeSet<_> = lines.iter().cloned().collect();
    assert_eq!(found, expected);
    assert_eq!(lines.len(), expected.len(), "a line is repeated");

    let mut operations: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for difference in &report.differences {
        if difference.rule.id() == "operation-error-added" {
            let (_, operation) = difference.shape.split_once('#').expect("an id");
            let variant = difference.items[0].rsplit("::").next().expect("a path");
            let variants = operations.entry(operation.to_owned()).or_default();
            assert!(variants.insert(variant.to_owned()), "{difference:?}");
        }
    }
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let new_errors = NEW_ERRORS.map(|(operation, errors)| (operation.to_owned(), names(errors)));
    assert_eq!(operations, BTreeMap::from(new_errors));
    assert_eq!(errors.len(), 7);
    assert!(!report.breaks());
}

#[test]
fn documentation_is_listed_only_where_it_changed() {
    let Some([old, new]) = published("ivs::documentation_is_listed_only_where_it_changed") else {
        return;
    };
    let documentation = |texts: &Texts, id: &str| -> Value {
        let model: Value = serde_json::from_str(&texts.model).expect("JSON");
        let (shape, member) = id
            .split_once('$')
            .map_or((id, None), |(shape, member)| (shape, Some(member)));
        let shape = &model["shapes"][shape];
        let holder = member.map_or(shape, |member| &shape["members"][member]);
        holder["traits"]["smithy.api#documentation"].clone()
    };
    let differences = report(&old, &new).differences.into_iter();
    let texts = differences.filter(|difference| difference.rule.id() == "documentation");
    let mut count = 0;
    for difference in texts {
        let id = &difference.shape;
        assert_eq!(difference.class, Class::Documentation);
        assert_ne!(documentation(&old, id), documentation(&new, id), "{id}");
        count += 1;
    }
    assert_eq!(count, 23);
}
