//! Turns the examples of the generated documentation into functions and tests.
#![forbid(unsafe_code)]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use heck::ToSnakeCase as _;

fn main() -> Result<(), Box<dyn Error>> {
    let sources = Path::new("../../generated/src");
    println!("cargo::rerun-if-changed={}", sources.display());
    let (mut modules, mut examples) = (String::new(), String::new());
    for path in files(&sources.join("operation"))? {
        let page = fs::read_to_string(&path)?;
        write_operation(name(&path)?, &page, &mut modules, &mut examples)
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let (mut blocks, mut programs) = (String::new(), String::new());
    let mut pages = vec![("lib".to_owned(), sources.join("lib.rs"))];
    for path in files(&sources.join("guide"))? {
        pages.push((format!("guide/{}", name(&path)?), path));
    }
    for (page, path) in &pages {
        let text = fs::read_to_string(path)?;
        write_page(page, &text, &mut modules, &mut blocks, &mut programs)?;
    }
    let code = format!(
        "{modules}\n\
         pub(crate) const EXAMPLES: &[crate::documented::Example] = &[\n{examples}];\n\
         pub(crate) const BLOCKS: &[crate::documented::Block] = &[\n{blocks}];\n\
         pub(crate) const PROGRAMS: &[(&str, usize)] = &[\n{programs}];\n"
    );
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("examples.rs"), code)?;
    Ok(())
}

/// Returns the paths of a folder's modules, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut files = entries.collect::<Result<Vec<_>, _>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    Ok(files)
}

/// Returns the name of a module.
fn name(path: &Path) -> Result<&str, Box<dyn Error>> {
    let name = path.file_stem().and_then(|stem| stem.to_str());
    Ok(name.ok_or("a module's name is not UTF-8")?)
}

/// Returns the lines of a module's documentation.
fn documentation(source: &str) -> impl Iterator<Item = &str> {
    let lines = source.lines().filter_map(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line))
}

/// Returns a line of code; rustdoc hides those that begin with `#` and a space.
fn shown(line: &str) -> &str {
    line.strip_prefix("# ").unwrap_or(line)
}

/// Writes a module for each block of a page that uses a client, and entries for all blocks.
fn write_page(
    page: &str,
    source: &str,
    modules: &mut String,
    blocks: &mut String,
    programs: &mut String,
) -> Result<(), Box<dyn Error>> {
    const FUNCTION: &str = "async fn example(client: &ivs_sdk::Client)";
    let mut lines = documentation(source);
    let mut number = 0;
    while let Some(line) = lines.next() {
        if line != "```rust,no_run" {
            continue;
        }
        number += 1;
        let code: Vec<_> = lines
            .by_ref()
            .take_while(|line| *line != "```")
            .map(shown)
            .collect();
        let first = code.first().copied().unwrap_or_default();
        let Some(rest) = first.strip_prefix(FUNCTION) else {
            writeln!(programs, "({page:?}, {number}),")?;
            continue;
        };
        let name = format!("{}_{number}", page.replace('/', "_"));
        // The function of a block without `?` returns nothing.
        let end = if rest == " {" { "; Ok(())" } else { "" };
        writeln!(
            modules,
            "mod {name} {{\n{}\n\
             pub(crate) fn run(client: ivs_sdk::Client) -> crate::documented::Running {{\n\
             Box::pin(async move {{ example(&client).await{end} }})\n}}\n\
             #[tokio::test]\nasync fn runs() {{\n\
             crate::scene::run_block({page:?}, {number}).await;\n}}\n}}",
            code.join("\n")
        )?;
        writeln!(
            blocks,
            "crate::documented::Block {{ page: {page:?}, number: {number}, run: {name}::run }},"
        )?;
    }
    Ok(())
}

/// Writes the module of an operation's examples, and their entries in the table.
fn write_operation(
    module: &str,
    page: &str,
    modules: &mut String,
    table: &mut String,
) -> Result<(), Box<dyn Error>> {
    let mut operations = page.lines().filter_map(|line| {
        let line = line.strip_prefix("/// The operation `")?;
        line.strip_suffix("`.")
    });
    let operation = operations.next();
    let operation = operation.ok_or("no type is documented as the operation")?;
    let mut lines = documentation(page);
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
        let name = title.to_snake_case();
        writeln!(modules, "pub(super) mod {name} {{")?;
        for line in lines.by_ref().take_while(|line| *line != "```") {
            writeln!(modules, "{}", shown(line))?;
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
