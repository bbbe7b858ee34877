//! Goldens: small models of ours, and the crates or refusals that the generator makes of them.
//!
//! `tests/goldens/README.md` says what belongs to a golden. Modules: `golden` (the folder of one),
//! `run` (the command, as a person gives it), `files` (folders as maps of path to text); tests:
//! `texts` (what is generated is what is expected, and the rewriting), `compile` (all of it compiles),
//! `coverage` (all that the generator knows is in a golden), `refusals` (all that it can have to say
//! too), `determinism`.
#![forbid(unsafe_code)]

mod compile;
mod coverage;
mod determinism;
mod files;
mod golden;
mod refusals;
mod run;
mod texts;
