//! Emits the files of a crate from the IR, with an emitter for each kind of file.
//!
//! Emitters print the IR; lowering has made all decisions.

mod builder;
mod check;
mod client;
mod config;
mod deserialize;
pub(crate) mod endpoint;
mod enums;
mod error_facts;
mod errors;
mod examples;
mod fixed;
mod fluent;
mod front_page;
mod guide;
mod http_options;
mod manifest;
mod members;
mod modules;
mod names;
mod operation;
mod operation_error;
mod paginator;
mod resources;
mod serde;
mod serialize;
mod setters;
mod structure;
#[cfg(test)]
mod tests;
pub(crate) mod tokens;
mod ty;
mod types;
mod unions;
mod waiters;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;
use crate::ir::Client;
use crate::options::Options;
use crate::render::{self, Header};

/// The files of a crate: Rust as tokens, others as text.
#[derive(Default)]
pub(crate) struct Files {
    rust: BTreeMap<String, TokenStream>,
    text: BTreeMap<String, String>,
}

impl Files {
    pub(crate) fn rust(&mut self, path: impl Into<String>, tokens: TokenStream) {
        self.rust.insert(path.into(), tokens);
    }

    fn text(&mut self, path: impl Into<String>, text: String) {
        self.text.insert(path.into(), text);
    }
}

/// Emits the crate.
///
/// # Errors
/// Returns an error if tokens are not Rust or a template cannot be rendered: both are faults of the
/// generator.
pub(crate) fn emit(
    client: &Client,
    options: &Options,
) -> Result<BTreeMap<String, String>, Diagnostics> {
    let header = Header::new(&client.service.title, &client.service.version);
    let mut files = Files::default();
    manifest::emit(client, options, &header, &mut files)?;

    let mut jobs: Vec<Job<'_>> = vec![
        Box::new(|files| operation::emit_module(client, files)),
        Box::new(|files| errors::emit_modules(client, files)),
        Box::new(|files| fixed::emit(client, options, files)),
        Box::new(|files| guide::emit(client, options, files)),
        Box::new(|files| members::emit(client, files)),
        Box::new(|files| check::emit(client, options, files)),
        Box::new(|files| serde::emit(client, options, files)),
        Box::new(|files| client::emit(client, files)),
        Box::new(|files| config::emit(client, options, files)),
        Box::new(|files| endpoint::emit(client, files)),
        Box::new(|files| types::emit_modules(client, files)),
        Box::new(|files| unions::emit(client, files)),
        Box::new(|files| enums::emit(client, files)),
        Box::new(|files| waiters::emit(client, options, files)),
    ];
    for operation in &client.operations {
        jobs.push(Box::new(|files| {
            operation::emit(client, operation, options, files)
        }));
    }
    for structure in &client.structures {
        jobs.push(Box::new(|files| types::emit(structure, files)));
    }
    for error in &client.errors {
        jobs.push(Box::new(|files| errors::emit(error, files)));
    }
    let mut texts = run(&jobs, &header)?;
    texts.append(&mut files.text);
    Ok(texts)
}

/// Renders emitted files.
pub(crate) fn render_all(
    client: &Client,
    files: Files,
) -> Result<BTreeMap<String, String>, Diagnostics> {
    let header = Header::new(&client.service.title, &client.service.version);
    let mut texts = files.text;
    let mut diagnostics = Diagnostics::default();
    for (path, tokens) in files.rust {
        match render::file(&header, &path, tokens) {
            Ok(text) => {
                texts.insert(path, text);
            }
            Err(errors) => diagnostics.extend(errors),
        }
    }
    diagnostics.into_result(texts)
}

/// A job that emits some files.
///
/// Tokens cannot move between threads, so the thread of a job also renders its files.
type Job<'a> = Box<dyn Fn(&mut Files) + Send + Sync + 'a>;

/// Runs the jobs on all processors, and collects files and diagnostics by path.
fn run(jobs: &[Job<'_>], header: &Header) -> Result<BTreeMap<String, String>, Diagnostics> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut texts = BTreeMap::new();
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut files = Files::default();
            job(&mut files);
            for (path, tokens) in files.rust {
                let text = render::file(header, &path, tokens);
                texts.insert(path, text);
            }
            texts.extend(files.text.into_iter().map(|(path, text)| (path, Ok(text))));
        }
        texts
    };
    let threads = std::thread::available_parallelism().map_or(1, |count| count.get());
    let mut rendered = std::thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut rendered = work();
        for helper in helpers {
            match helper.join() {
                Ok(mut texts) => rendered.append(&mut texts),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        rendered
    });
    let mut texts = BTreeMap::new();
    let mut diagnostics = Diagnostics::default();
    while let Some((path, text)) = rendered.pop_first() {
        match text {
            Ok(text) => {
                texts.insert(path, text);
            }
            Err(errors) => diagnostics.extend(errors),
        }
    }
    diagnostics.into_result(texts)
}
