//! Runs the examples of the generated documentation against `ivs-fake`.
//!
//! `build.rs` takes their code from the documentation of the generated crate, with all assertions.
//! Each begins in the state that it assumes ([`scenes`]). Ids that the service invents stand for
//! those of the documentation ([`names`]); each response must have the members that the example in
//! `model/overlay/examples` documents, and no others ([`compare`]).
#![forbid(unsafe_code)]

mod compare;
mod documented;
mod names;
mod scene;
mod scenes;
mod translator;

/// The examples, as functions and as tests.
#[allow(clippy::all)]
mod examples {
    include!(concat!(env!("OUT_DIR"), "/examples.rs"));
}

use std::collections::BTreeSet;

use crate::documented::Documented;

/// Returns operation and title of each documented example.
fn documented() -> BTreeSet<(String, String)> {
    let all = Documented::read().into_iter();
    all.map(|example| (example.operation, example.title))
        .collect()
}

#[test]
fn every_operation_of_the_model_has_an_example() {
    let with_example: BTreeSet<_> = documented().into_iter().map(|(name, _)| name).collect();
    assert_eq!(with_example, documented::operations());
}

#[test]
fn every_documented_example_runs() {
    let code = examples::EXAMPLES.iter();
    let code = code.map(|example| (example.operation.to_owned(), example.title.to_owned()));
    assert_eq!(code.collect::<BTreeSet<_>>(), documented());
}

#[test]
fn every_scene_belongs_to_an_example() {
    let scenes = scenes::SCENES.iter();
    let scenes = scenes.map(|(operation, title, _)| (operation.to_string(), title.to_string()));
    let distinct: BTreeSet<_> = scenes.collect();
    assert_eq!(distinct, documented());
    assert_eq!(distinct.len(), scenes::SCENES.len());
}

#[test]
fn every_block_of_a_page_runs_or_has_a_reason() {
    let scenes = scenes::pages::BLOCK_SCENES.iter();
    let scenes: BTreeSet<_> = scenes.map(|(page, number, ..)| (*page, *number)).collect();
    let blocks = examples::BLOCKS.iter();
    let blocks: BTreeSet<_> = blocks.map(|block| (block.page, block.number)).collect();
    assert_eq!(scenes, blocks);
    for (page, number, reason) in scenes::pages::NOT_RUN {
        println!("NOT RUN {page}, block {number}: it {reason}");
    }
    let programs: BTreeSet<_> = examples::PROGRAMS.iter().copied().collect();
    let reasons = scenes::pages::NOT_RUN.iter();
    let reasons: BTreeSet<_> = reasons.map(|(page, number, _)| (*page, *number)).collect();
    assert_eq!(programs, reasons);
}
