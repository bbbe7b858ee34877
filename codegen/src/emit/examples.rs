//! Examples, as Markdown with code that rustdoc compiles: those of operations, and of paginators,
//! waiters and settings.

mod asserts;
mod conveniences;
mod layout;
mod literals;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use self::asserts::Asserts;
pub(super) use self::conveniences::{pages, safe_retries, waits};
use self::layout::{Code, Method, binding, filled, statement};
use self::literals::{method, string};
use self::values::Printer;
use crate::identifier::bare;
use crate::ir::{Example, ExampleError, ExampleOutcome, Operation};

/// Returns the section with the operation's examples; empty if there are none.
///
/// `package` is the crate's name in code.
pub(super) fn lines(operation: &Operation, package: &str) -> Vec<String> {
    let mut lines = Vec::new();
    if operation.examples.is_empty() {
        return lines;
    }
    lines.extend(["", "# Examples", ""].map(str::to_owned));
    lines.push("In the code, `client` is a [`Client`](crate::client::Client).".to_owned());
    for example in &operation.examples {
        lines.extend([
            String::new(),
            format!("## {}", example.title),
            String::new(),
        ]);
        if !example.docs.is_empty() {
            lines.extend(example.docs.iter().cloned());
            lines.push(String::new());
        }
        lines.extend(code(operation, example, package));
    }
    lines
}

/// Returns a code block with the call and assertions about its result.
fn code(operation: &Operation, example: &Example, package: &str) -> Vec<String> {
    let mut printer = Printer {
        package,
        imports: BTreeSet::new(),
    };
    let mut methods = vec![method(&operation.method_name, Vec::new())];
    methods.extend(printer.setters(&example.input));
    methods.push(method("send", Vec::new()));
    let awaited = |tries| Method {
        name: "await".to_owned(),
        arguments: None,
        tries,
    };
    let mut asserts = Asserts {
        printer: &mut printer,
        groups: Vec::new(),
        variables: ["client", "error", "output"].map(str::to_owned).into(),
    };
    match &example.outcome {
        ExampleOutcome::Output(fields) => {
            methods.push(awaited(true));
            let call = client_call(methods);
            if fields.is_empty() {
                asserts.groups.push(vec![statement(&call)]);
            } else {
                asserts.groups.push(vec![binding("output", &call)]);
                asserts.groups.push(Vec::new());
                asserts.fields("output", fields);
            }
        }
        ExampleOutcome::Error(error) => {
            methods.push(awaited(false));
            methods.push(method("expect_err", vec![string("the call fails")]));
            methods.push(method("into_service_error", Vec::new()));
            let call = client_call(methods);
            asserts.groups.push(vec![binding("error", &call)]);
            assert_error(&mut asserts, operation, error);
        }
    }
    let groups = asserts.groups.iter().filter(|group| !group.is_empty());
    let groups: Vec<_> = groups.map(|group| group.join("\n")).collect();
    block(package, "", &printer.imports, &groups.join("\n\n"))
}

/// Returns a code block. Hidden lines, of which `hidden` is the first, make a function of the code.
fn block(package: &str, hidden: &str, imported: &BTreeSet<String>, code: &str) -> Vec<String> {
    let imports = imports(imported);
    let blank = if imports.is_empty() { "" } else { "\n" };
    let text = format!(
        "```no_run\n{hidden}# async fn example(client: {package}::Client) -> Result<(), Box<dyn \
         std::error::Error>> {{\n{imports}{blank}{code}\n# Ok(())\n# }}\n```"
    );
    text.lines().map(str::to_owned).collect()
}

fn client_call(methods: Vec<Method>) -> Code {
    Code::Chain {
        root: "client".to_owned(),
        methods,
    }
}

/// Compares the variant and the members of an error.
fn assert_error(asserts: &mut Asserts<'_, '_>, operation: &Operation, error: &ExampleError) {
    if error.members.is_empty() {
        let check = format!("assert!(error.is_{}());", bare(&error.method));
        asserts.groups.push(vec![check]);
        return;
    }
    let package = asserts.printer.package;
    let mut path = operation.error.clone();
    let module = format!("operation::{}", operation.module);
    if asserts
        .printer
        .imports
        .contains(&format!("{package}::types::{path}"))
    {
        path = format!("{package}::{module}::{path}");
    } else {
        asserts.printer.import(&module, &path);
    }
    let start = format!("let {path}::{}(error) = error", error.variant);
    // Style of rustfmt: `else` is on the same line if it fits.
    let is_long = start.chars().count() + " else {".len() > 100;
    let space = if is_long { "\n" } else { " " };
    let pattern = format!("{start}{space}else {{\n    panic!(\"{{error}}\");\n}};");
    asserts.groups.push(vec![pattern]);
    asserts.fields("error", &error.members);
}

/// Returns the `use` lines, each with a line feed.
fn imports(paths: &BTreeSet<String>) -> String {
    let mut modules: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for path in paths {
        if let Some((module, name)) = path.rsplit_once("::") {
            modules.entry(module).or_default().push(name.to_owned());
        }
    }
    let lines = modules.iter().map(|(module, names)| match &**names {
        [name] => format!("use {module}::{name};\n"),
        names => {
            let line = format!("use {module}::{{{}}};\n", names.join(", "));
            if line.chars().count() <= 101 {
                return line;
            }
            format!("use {module}::{{{}\n}};\n", filled(names, 4))
        }
    });
    lines.collect()
}
