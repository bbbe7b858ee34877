//! The checks of published files against this workspace.

use std::path::Path;

use anyhow::{Context, Result, bail};
use codegen::canonical::Service;

use super::Args;
use crate::source_toml::SourceToml;
use crate::values;

/// Fails if the model is that of another service.
pub(super) fn same_service(args: &Args, service: &Service, source: &SourceToml) -> Result<()> {
    match source.get("model", "service") {
        Some(known) if known != service.id => bail!(
            "{} is the model of {}, but model/ has that of {known}; to generate its client, use \
             `cargo xtask generate --model FILE --out DIR --crate-name NAME`",
            args.from.display(),
            service.id
        ),
        _ => Ok(()),
    }
}

/// Fails if a published file is older than the one that `source.toml` names in `table`.
pub(super) fn not_older(
    args: &Args,
    file: &Path,
    table: &str,
    new: &[(&str, &str)],
    source: &SourceToml,
) -> Result<()> {
    for (key, new) in new.iter().filter(|_| !args.allow_older) {
        // Months and API versions begin with the year, so they are in alphabetical order.
        if let Some(known) = source.get(table, key).filter(|known| known > new) {
            bail!(
                "{} is older than the file that model/ was updated from: its {} is {new}, not \
                 {known}; to go back, pass `--allow-older`",
                file.display(),
                key.replace('_', " ")
            );
        }
    }
    Ok(())
}

/// Returns the month from the flag, or else from the end of the file's name, or else from the
/// archive.
pub(super) fn month(args: &Args, file: &Path, in_archive: Option<&str>) -> Result<String> {
    args.date
        .clone()
        .or_else(|| month_in_name(file))
        .or_else(|| in_archive.map(str::to_owned))
        .with_context(|| {
            format!(
                "the name of {} does not end in a month; set it with `--date YYYY-MM`",
                file.display()
            )
        })
}

fn month_in_name(file: &Path) -> Option<String> {
    let stem = file.file_stem()?.to_str()?;
    let month = stem
        .get(stem.len().checked_sub("-2026-11".len())?..)?
        .strip_prefix('-')?;
    values::month(month).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn month_must_end_the_file_name() {
        let month = |name| month_in_name(Path::new(name));
        assert_eq!(month("some/ivs-2026-11.json").as_deref(), Some("2026-11"));
        for name in [
            "ivs.json",
            "ivs-2026-13.json",
            "ivs-2026-11-01.json",
            "2026-11-ivs.json",
            "ivs2026-11.json",
            "é026-11.json",
        ] {
            assert_eq!(month(name), None, "{name}");
        }
    }
}
