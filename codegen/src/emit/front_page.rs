//! The documentation of the crate, which is its front page.

use super::resources;
use super::tokens::bare;
use crate::ir::{Client, Operation};
use crate::options::Options;

/// Returns the lines of the front page.
pub(super) fn lines(client: &Client, options: &Options) -> Vec<String> {
    let lib_name = &options.lib_name();
    let mut page = Page::default();
    page.add(&format!("Client for {}.", client.service.markdown_title));
    page.add_lines(&client.service.docs);
    let example = client.example.as_deref();
    if let Some(method) = example {
        page.add(&first_call(lib_name, bare(method), method));
    }
    page.add_lines(&client.front_page);
    if example.is_none() {
        return page.lines;
    }
    page.add("# Operations");
    page.add_lines(&resources::table(client, |operation| {
        let method = bare(&operation.method_name);
        format!("[`{method}`](client::Client::{method})")
    }));
    page.add(CONFIGURATION);
    let failing = client.operations.iter().find(|it| !it.errors.is_empty());
    page.add(ERRORS);
    if let Some(operation) = failing {
        page.add(&error_example(lib_name, operation));
    }
    page.add(FEATURES);
    page.lines
}

/// Paragraphs with blank lines between them.
#[derive(Default)]
struct Page {
    lines: Vec<String>,
}

impl Page {
    fn add(&mut self, text: &str) {
        let lines: Vec<_> = text.trim().lines().map(str::to_owned).collect();
        self.add_lines(&lines);
    }

    fn add_lines(&mut self, lines: &[String]) {
        if !self.lines.is_empty() && !lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend_from_slice(lines);
    }
}

/// Returns the section about the first call. Its hidden lines stand for the crate `aws-config`, on
/// which the client does not depend.
fn first_call(lib_name: &str, name: &str, method: &str) -> String {
    format!(
        r#"
# A first call

A method of [`Client`], such as [`{name}`](client::Client::{name}), returns a builder: set the
members of the input, then call `send`. The crate `aws-config` reads region and credentials from
the environment.

```rust,no_run
# mod aws_config {{
#     pub use aws_types::SdkConfig;
#     pub async fn load_defaults(_: {lib_name}::config::BehaviorVersion) -> SdkConfig {{
#         SdkConfig::builder().build()
#     }}
# }}
# async fn example() -> Result<(), {lib_name}::Error> {{
use {lib_name}::config::BehaviorVersion;

let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
let client = {lib_name}::Client::new(&config);
let output = client.{method}().send().await?;
println!("{{output:?}}");
# Ok(())
# }}
```
"#
    )
}

const CONFIGURATION: &str = "
# Configuration

[`Client::new`] takes a configuration that AWS clients share. [`Client::from_conf`] takes one for
this client: [`Config::builder`] sets region, credentials, retries, timeouts, the HTTP client and
interceptors. The method `customize` of a builder changes the settings of a single request. See the
module [`config`].
";

const ERRORS: &str = "
# Errors

A call that fails returns an [`SdkError`](error::SdkError): the operation's error, or a failure to
send the request or to parse the response. [`Error`] is any error of any operation; `?` converts the
others into it. See the module [`error`].
";

fn error_example(lib_name: &str, operation: &Operation) -> String {
    let method = &operation.method_name;
    let is = match operation.errors.first() {
        Some(variant) => format!("is_{}", variant.method.trim_start_matches('_')),
        None => "is_unhandled".to_owned(),
    };
    format!(
        r#"
```rust,no_run
# async fn example(client: &{lib_name}::Client) {{
use {lib_name}::error::DisplayErrorContext;

match client.{method}().send().await {{
    Ok(output) => println!("{{output:?}}"),
    Err(error) if error.as_service_error().is_some_and(|error| error.{is}()) => {{
        println!("an error that the operation declares: {{error}}");
    }}
    // With all causes, which `error` alone does not print.
    Err(error) => println!("{{}}", DisplayErrorContext(error)),
}}
# }}
```
"#
    )
}

const FEATURES: &str = "
# Features

| feature | effect |
| --- | --- |
| `default-https-client` (default) | HTTPS with hyper 1, rustls and aws-lc |
| `rt-tokio` (default) | Tokio's timer, for retries and timeouts |
| `rustls-ring` | HTTPS with ring instead of aws-lc, if `default-https-client` is off |
| `legacy-https-client` | HTTPS with hyper 0.14 and rustls 0.21 |
| `behavior-version-latest` | the latest behavior version if the configuration sets none |
| `test-util` | default settings and credentials for tests |
";
