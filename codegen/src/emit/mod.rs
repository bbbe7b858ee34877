//! From the IR to tokens: one emitter a file, no decisions.

mod builder;
mod client;
mod config;
mod deserialize;
mod endpoint;
mod enums;
mod errors;
mod fixed;
mod fluent;
mod imports;
mod manifest;
mod operation;
mod paginator;
mod serialize;
mod structure;
mod tokens;
mod ty;
mod unions;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

use crate::Options;
use crate::diagnostics::Diagnostics;
use crate::ir::Client;
use crate::render::{self, Header};

/// The files of a crate: Rust as tokens, the rest as text.
#[derive(Default)]
pub(crate) struct Files {
    rust: BTreeMap<String, TokenStream>,
    text: BTreeMap<String, String>,
}

impl Files {
    fn rust(&mut self, path: impl Into<String>, tokens: TokenStream) {
        self.rust.insert(path.into(), tokens);
    }

    fn text(&mut self, path: impl Into<String>, text: String) {
        self.text.insert(path.into(), text);
    }
}

/// Emits the crate.
///
/// # Errors
/// Only faults of the generator itself: tokens that are not Rust, a template that does not fit.
pub(crate) fn emit(
    client: &Client,
    options: &Options,
) -> Result<BTreeMap<String, String>, Diagnostics> {
    let header = Header::new(&client.service.title, &client.service.version);
    let mut files = Files::default();
    manifest::emit(client, options, &header, &mut files)?;
    fixed::emit(client, &mut files);
    client::emit(client, &mut files);
    config::emit(client, options, &mut files);
    endpoint::emit(client, &mut files);
    structure::emit(client, &mut files);
    unions::emit(client, &mut files);
    enums::emit(client, &mut files);
    errors::emit(client, &mut files);
    operation::emit(client, &mut files);
    render(files, &header)
}

fn render(files: Files, header: &Header) -> Result<BTreeMap<String, String>, Diagnostics> {
    let mut texts = files.text;
    for (path, tokens) in files.rust {
        let text = render::file(header, &path, tokens)?;
        texts.insert(path, text);
    }
    Ok(texts)
}
