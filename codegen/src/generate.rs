//! Generates the client crate from source files: reads, lowers and emits.

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostics;
use crate::documentation::{self, DocumentedItem};
use crate::lower::{self, Lowered, Pass, Passes};
use crate::options::Options;
use crate::render::Header;
use crate::source::Sources;
use crate::{ast, emit, ir, report, wire_table};

/// A generated crate: its files, and counts to report.
#[derive(Clone, Debug)]
pub struct Generated {
    /// File contents by path relative to the crate's folder, for example `src/lib.rs`.
    pub files: BTreeMap<String, String>,
    /// The shape id of the service.
    pub service: String,
    /// The start of the first line of generated files, without comment marker and API version.
    pub header: String,
    /// The number of operations of the client.
    pub operations: usize,
    /// The number of shapes that the service reaches.
    pub shapes: usize,
    /// The names of the operations omitted because of [`Options::skip_unsupported`].
    pub skipped: Vec<String>,
    /// The items that the crate shows, and whether they are documented.
    pub documentation: Vec<DocumentedItem>,
    /// Diagnostics that did not stop the generation.
    pub warnings: Diagnostics,
}

/// Generates the client crate of the model's only service.
///
/// # Errors
/// All diagnostics at once, sorted by source file and position, if the model, an overlay or the
/// table of partitions has an error.
pub fn generate(sources: &Sources<'_>, options: &Options) -> Result<Generated, Diagnostics> {
    generate_with(sources, options, |_| ()).map(|(generated, ())| generated)
}

/// Generates the client crate as [`generate`] does, and the table that
/// [`wire_table`](crate::wire_table) returns. The model is lowered once for both.
///
/// # Errors
/// As for [`generate`].
pub fn generate_with_wire_table(
    sources: &Sources<'_>,
    options: &Options,
) -> Result<(Generated, String), Diagnostics> {
    generate_with(sources, options, wire_table::text)
}

/// Generates the client crate and another output of the lowered model.
fn generate_with<T>(
    sources: &Sources<'_>,
    options: &Options,
    other: impl FnOnce(&Lowered<'_>) -> T,
) -> Result<(Generated, T), Diagnostics> {
    let input = parse_sources(sources);
    let emit = |lowered: Lowered<'_>| {
        let other = other(&lowered);
        Ok((emit_crate(lowered, sources, options)?, other))
    };
    lower_model(&input, sources, options)
        .and_then(emit)
        .map_err(|diagnostics| report::locate(diagnostics, sources))
}

/// Lowers the model and returns the IR, for tools that generate something else from it.
///
/// # Errors
/// All diagnostics at once, as for [`generate`].
pub fn client(sources: &Sources<'_>, options: &Options) -> Result<ir::Client, Diagnostics> {
    let input = parse_sources(sources);
    let lowered = lower_model(&input, sources, options);
    lowered
        .map(|lowered| lowered.client)
        .map_err(|diagnostics| report::locate(diagnostics, sources))
}

/// Emits the crate of a lowered model.
pub(crate) fn emit_crate(
    lowered: Lowered<'_>,
    sources: &Sources<'_>,
    options: &Options,
) -> Result<Generated, Diagnostics> {
    let files = emit::emit(&lowered.client, options)?;
    let skipped = lowered.client.skipped.iter();
    Ok(Generated {
        files,
        service: lowered.closure.service.id.to_string(),
        header: Header::start(&lowered.client.service.title),
        skipped: skipped.map(|skipped| skipped.operation.clone()).collect(),
        operations: lowered.client.operations.len(),
        documentation: documentation::items(&lowered.closure),
        shapes: lowered.closure.shapes.len() + lowered.closure.errors.len(),
        warnings: report::locate(lowered.warnings, sources),
    })
}

/// The source files, parsed as far as possible, and the diagnostics about them.
pub(crate) struct ParsedSources {
    model: Option<ast::Model>,
    partitions: Vec<ir::Partition>,
    diagnostics: Diagnostics,
}

/// Parses the source files and applies the overlays.
pub(crate) fn parse_sources(sources: &Sources<'_>) -> ParsedSources {
    let mut diagnostics = Diagnostics::default();
    let mut model = ast::parse(sources.model, &mut diagnostics);
    for (index, overlay) in sources.overlays.iter().enumerate() {
        ast::apply(model.as_mut(), index, *overlay, &mut diagnostics);
    }
    let partitions = lower::partitions(sources.partitions, &mut diagnostics);
    ParsedSources {
        model,
        partitions,
        diagnostics,
    }
}

/// Runs the passes up to `last`; returns their results and all diagnostics so far.
pub(crate) fn passes<'a>(
    input: &'a ParsedSources,
    sources: &Sources<'_>,
    options: &Options,
    last: Pass,
) -> (Passes<'a>, Diagnostics) {
    let mut diagnostics = input.diagnostics.clone();
    let Some(model) = &input.model else {
        return (Passes::default(), diagnostics);
    };
    let choices = lower::Choices {
        allowed_traits: &options.allowed_traits,
        skip_unsupported: options.skip_unsupported,
    };
    let (file, partitions) = (sources.model.name, input.partitions.clone());
    let (passes, lowering_diagnostics) = lower::run(model, file, partitions, choices, last);
    diagnostics.extend(lowering_diagnostics);
    (passes, diagnostics)
}

/// Lowers the model completely.
///
/// # Errors
/// All diagnostics, if one of them is an error.
pub(crate) fn lower_model<'a>(
    input: &'a ParsedSources,
    sources: &Sources<'_>,
    options: &Options,
) -> Result<Lowered<'a>, Diagnostics> {
    let (passes, diagnostics) = passes(input, sources, options, Pass::Shapes);
    passes.complete(diagnostics)
}
