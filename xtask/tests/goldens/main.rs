//! Goldens: small models, and the crates or errors that the generator returns for them.
//!
//! `tests/goldens/README.md` describes the files of a golden.
//!
//! Tests: `expected` (generated crates are as expected, and `UPDATE_GOLDENS`), `compile` (they
//! compile), `coverage` (every shape type and trait is in a golden), `kinds` (every kind of output
//! is shown), `errors` (every diagnostic code is shown), `determinism`.
//!
//! Other modules: `golden` (the folder of a golden), `run` (the command line), `files` (folders as
//! maps of path to content), `focus`, `excerpt` and `items` (the files and items that a golden
//! shows), `hashes` (hashes of the files that are not shown in full), `report` and `hunks`
//! (differences, and groups of equal ones), `doc_tests` (which are the models' examples).
#![forbid(unsafe_code)]

mod compile;
mod coverage;
mod determinism;
mod doc_tests;
mod errors;
mod excerpt;
mod expected;
mod files;
mod focus;
mod golden;
mod hashes;
mod hunks;
mod items;
mod kinds;
mod report;
mod run;
