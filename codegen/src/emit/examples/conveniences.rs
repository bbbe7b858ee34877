//! Examples of paginators, waiters and the setting about retries.

use std::collections::BTreeSet;

use super::block;
use super::layout::{Code, Method, binding, statement};
use super::literals::{atom, method, tried};
use super::values::Printer;
use crate::identifier::prefixed;
use crate::ir::{Operation, Pagination, Waiter};

/// Returns the examples of a paginator.
pub(in crate::emit) fn pages(
    operation: &Operation,
    pagination: &Pagination,
    package: &str,
) -> Vec<String> {
    let mut section = Section::new(package);
    let imports = section.imports(operation);
    let paginator = |more: Vec<Method>| {
        let methods = [vec![plain("into_paginator")], more].concat();
        section.call(operation, &operation.method_name, methods)
    };
    let items = pagination.items.as_ref().map(|_| plain("items"));
    let each = |items: &str, item: &str| {
        format!(
            "while let Some({item}) = {items}.try_next().await? {{\n    \
             println!(\"{{{item}:?}}\");\n}}"
        )
    };

    let mut blocks = Vec::new();
    if let Some(items) = &items {
        let limited = vec![
            items.clone(),
            method("limit", vec![atom(100)]),
            plain("send"),
        ];
        let code = [
            binding("mut items", &paginator(limited)),
            each("items", "item"),
        ];
        blocks.push(("The first items:", "", imports.clone(), code.join("\n")));
    }

    let resumed = vec![method("resume_from", vec![atom("token")]), plain("send")];
    let code = [
        binding("paginator", &paginator(Vec::new())),
        "let position = paginator.position();".to_owned(),
        "let first_page = paginator.send().try_next().await?;".to_owned(),
        "println!(\"{first_page:?}\");\n".to_owned(),
        "let Some(token) = position.next_token() else {\n    return Ok(());\n};".to_owned(),
        binding("mut pages", &paginator(resumed)),
        each("pages", "page"),
    ];
    let title = "The first page now, the others later or in another process, which needs only the \
                 token:";
    blocks.push((title, "", imports.clone(), code.join("\n")));

    let mut imported = imports.clone();
    imported.insert(format!("{package}::Config"));
    imported.insert(format!("{package}::config::retry::RetryConfig"));
    let code = [
        "let retries = RetryConfig::standard().with_max_attempts(5);",
        "let settings = Config::builder().retry_config(retries);",
        &binding("paginator", &paginator(Vec::new())),
        "let paginator = paginator.customize(|request| request.config_override(settings));",
        "let mut pages = paginator.send();",
        &each("pages", "page"),
    ];
    let title = "More attempts for the request of each page:";
    blocks.push((title, "", imported, code.join("\n")));

    let mut imported = imports;
    imported.insert("futures_util::StreamExt as _".to_owned());
    let (name, methods) = match items {
        Some(items) => ("items", vec![items, plain("stream")]),
        None => ("pages", vec![plain("stream")]),
    };
    let code = [
        binding(name, &paginator(methods)),
        format!("let some: Vec<_> = {name}.skip(10).take(10).collect().await;"),
        "println!(\"{some:?}\");".to_owned(),
    ];
    let title = "A stream for the combinators of the crate `futures-util`, with the feature \
                 `futures-stream`:";
    blocks.push((title, STREAM, imported, code.join("\n")));

    for (title, hidden, imports, code) in blocks {
        section.add(title, hidden, &imports, &code);
    }
    section.lines
}

/// The hidden line that removes an example if the feature for streams is off.
const STREAM: &str = "# #[cfg(feature = \"futures-stream\")]\n";

/// Returns the examples of a waiter.
pub(in crate::emit) fn waits(operation: &Operation, waiter: &Waiter, package: &str) -> Vec<String> {
    let mut section = Section::new(package);
    let mut imports = section.imports(operation);
    imports.insert(format!("{package}::client::Waiters as _"));
    imports.insert("std::time::Duration".to_owned());
    let mut stream_imports = imports.clone();
    imports.insert(format!("{package}::waiters::Wait"));
    imports.insert("std::time::SystemTime".to_owned());
    let name = prefixed("wait_until_", &waiter.module);
    let awaited = vec![method("wait", vec![atom("wait")]), awaited()];
    let code = [
        "let deadline = SystemTime::now() + Duration::from_secs(600);",
        "let wait = Wait::until(deadline).on_poll(|progress| println!(\"{progress:?}\"));",
        &binding("result", &section.call(operation, &name, awaited)),
        "println!(\"{result:?}\");",
    ];
    let title = "A deadline, and a line after each request:";
    section.add(title, "", &imports, &code.join("\n"));

    stream_imports.insert("futures_util::StreamExt as _".to_owned());
    stream_imports.insert(format!("{package}::waiters::Update"));
    let stream = method("stream", vec![atom("Duration::from_secs(600)")]);
    let code = format!(
        "{}\nwhile let Some(update) = updates.next().await {{\n    match update {{\n        \
         Update::Polled(progress) => println!(\"{{progress:?}}\"),\n        \
         Update::Ended(result) => println!(\"{{:?}}\", result?),\n    }}\n}}",
        binding("mut updates", &section.call(operation, &name, vec![stream]))
    );
    let title = "The progress as a stream, with the feature `futures-stream`:";
    section.add(title, STREAM, &stream_imports, &code);
    section.lines
}

/// Returns the examples of the setting `only_safe_retries`. `operation` is not safe to repeat.
pub(in crate::emit) fn safe_retries(operation: &Operation, package: &str) -> Vec<String> {
    let mut section = Section::new(package);
    let mut imports = BTreeSet::from([format!("{package}::Client")]);
    let code = "let config = client.config().to_builder().only_safe_retries(true).build();\n\
                let client = Client::from_conf(config);\n# let _ = client;";
    section.add("For all calls of a client:", "", &imports, code);

    imports = section.imports(operation);
    imports.insert(format!("{package}::Config"));
    let methods = vec![
        plain("customize"),
        method("config_override", vec![atom("settings")]),
        plain("send"),
        awaited(),
    ];
    let call = section.call(operation, &operation.method_name, methods);
    let code = format!(
        "let settings = Config::builder().only_safe_retries(true);\n{}",
        statement(&call)
    );
    let title = format!(
        "For one call of `{}`, which is not safe to repeat:",
        operation.name.wire
    );
    section.add(&title, "", &imports, &code);
    section.lines
}

fn plain(name: &str) -> Method {
    method(name, Vec::new())
}

fn awaited() -> Method {
    tried(Method {
        name: "await".to_owned(),
        arguments: None,
        tries: false,
    })
}

/// The section with examples in the documentation of an item.
struct Section<'a> {
    package: &'a str,
    lines: Vec<String>,
}

impl<'a> Section<'a> {
    fn new(package: &'a str) -> Self {
        Self {
            package,
            lines: ["", "# Examples"].map(str::to_owned).into(),
        }
    }

    /// Returns the setters of an operation's input, and the imports that they need.
    fn setters(&self, operation: &Operation) -> (Vec<Method>, BTreeSet<String>) {
        let mut printer = Printer {
            package: self.package,
            imports: BTreeSet::new(),
        };
        let setters = printer.setters(&operation.sample);
        (setters, printer.imports)
    }

    fn imports(&self, operation: &Operation) -> BTreeSet<String> {
        self.setters(operation).1
    }

    /// Returns a call of the client's method `name`, which is about an operation.
    fn call(&self, operation: &Operation, name: &str, methods: Vec<Method>) -> Code {
        let setters = self.setters(operation).0;
        Code::Chain {
            root: "client".to_owned(),
            methods: [vec![plain(name)], setters, methods].concat(),
        }
    }

    /// Adds an example.
    fn add(&mut self, title: &str, hidden: &str, imports: &BTreeSet<String>, code: &str) {
        self.lines.extend(["", title, ""].map(str::to_owned));
        self.lines
            .extend(block(self.package, hidden, imports, code));
    }
}
