//! Turns the examples on the pages of the operations into functions and tests.
#![forbid(unsafe_code)]

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("../../generated/src/operation");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            pages.push(path);
        }
    }
    pages.sort();
    let (mut modules, mut table) = (String::new(), String::new());
    for path in &pages {
        let module = path.file_stem().and_then(|stem| stem.to_str());
        let module = module.ok_or("a module's name is not UTF-8")?;
        let page = fs::read_to_string(path)?;
        write_page(module, &page, &mut modules, &mut table)
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let code = format!(
        "{modules}\npub(crate) const EXAMPLES: &[crate::documented::Example] = &[\n{table}];\n"
    );
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("examples.rs"), code)?;
    Ok(())
}

/// Writes the module of an operation's examples, and their entries in the table.
fn write_page(
    module: &str,
    page: &str,
    modules: &mut String,
    table: &mut String,
) -> Result<(), Box<dyn Error>> {
    let lines = page.lines().filter_map(|line| line.strip_prefix("//!"));
    let mut lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let operation = lines
        .next()
        .and_then(|line| line.strip_prefix("Types of the operation `"))
        .and_then(|line| line.strip_suffix("`."));
    let operation = operation.ok_or("the first line does not name the operation")?;
    writeln!(modules, "mod {module} {{")?;
    let mut title = None;
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            title = Some(heading);
        }
        if line != "```no_run" {
            continue;
        }
        let title = title.take().ok_or("an example has no title")?;
        let name = snake_case(title);
        writeln!(modules, "pub(super) mod {name} {{")?;
        for line in lines.by_ref().take_while(|line| *line != "```") {
            // Rustdoc hides lines that begin so.
            writeln!(modules, "{}", line.strip_prefix("# ").unwrap_or(line))?;
        }
        writeln!(
            modules,
            "pub(crate) fn run(client: ivs_sdk::Client) -> crate::documented::Running {{\n\
             Box::pin(example(client))\n}}\n\
             #[tokio::test]\nasync fn runs() {{\n\
             crate::scene::run({operation:?}, {title:?}).await;\n}}\n}}"
        )?;
        writeln!(
            table,
            "crate::documented::Example {{ operation: {operation:?}, title: {title:?}, run: \
             {module}::{name}::run }},"
        )?;
    }
    writeln!(modules, "}}")?;
    Ok(())
}

/// Returns the words of a title as an identifier.
fn snake_case(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("_").to_lowercase()
}
