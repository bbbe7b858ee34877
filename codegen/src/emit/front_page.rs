//! The documentation of the crate, which is its front page.

use super::resources;
use crate::identifier::bare;
use crate::ir::{CRATE_NAME, Client, LIB_NAME, Operation};
use crate::options::Options;

/// Returns the lines of the front page.
pub(super) fn lines(client: &Client, options: &Options) -> Vec<String> {
    let mut page = Page::default();
    page.add(&format!("Client for {}.", client.service.markdown_title));
    page.add_lines(&client.service.docs);
    let example = client.example.map(|index| &client.operations[index]);
    if let Some(example) = example {
        page.add(&first_call(&example.method_name));
    }
    page.add_lines(&filled(&client.front_page, options));
    if !client.guide.is_empty() {
        page.add("# Guide");
        page.add_lines(&guide(client));
    }
    if let Some(example) = example {
        page.add("# Operations");
        page.add_lines(&resources::list(client, |operation| {
            let method = bare(&operation.method_name);
            format!("[`{method}`](client::Client::{method})")
        }));
        page.add(CONFIGURATION);
        page.add(ERRORS);
        page.add(&error_example(example));
        page.add(FEATURES);
    }
    filled(&page.lines, options)
}

/// Returns lines with the names of the crate in place of placeholders.
pub(super) fn filled(lines: &[String], options: &Options) -> Vec<String> {
    let lib_name = options.lib_name();
    let lines = lines.iter();
    let lines = lines.map(|line| {
        line.replace(LIB_NAME, &lib_name)
            .replace(CRATE_NAME, &options.crate_name)
    });
    lines.collect()
}

/// Returns a list of the guide's pages.
fn guide(client: &Client) -> Vec<String> {
    let pages = client.guide.iter();
    let lines = pages.flat_map(|page| {
        let summary = page.docs.iter().take_while(|line| !line.is_empty());
        let summary = summary.map(|line| format!("  {line}"));
        let module = bare(&page.module);
        let link = format!("- [`{module}`](guide::{module}):");
        [link].into_iter().chain(summary)
    });
    lines.collect()
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
fn first_call(method: &str) -> String {
    let name = bare(method);
    format!(
        r#"
# A first call

Each method of [`Client`] returns a builder, such as
[`{name}`](client::Client::{name}): set the members of the input, then call
`send`. The crate `aws-config` reads region and credentials from the environment.

```rust,no_run
# mod aws_config {{
#     pub use aws_types::SdkConfig;
#     pub async fn load_defaults(_: {LIB_NAME}::config::BehaviorVersion) -> SdkConfig {{
#         SdkConfig::builder().build()
#     }}
# }}
# async fn example() -> Result<(), {LIB_NAME}::Error> {{
use {LIB_NAME}::config::BehaviorVersion;

let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
let client = {LIB_NAME}::Client::new(&config);
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

[`Client::new`] takes a configuration that AWS clients share. [`Client::from_conf`] takes one
for this client: [`Config::builder`] sets region, credentials, retries, timeouts, the HTTP client
and interceptors. The method `customize` of a builder changes the settings of a single request.
See the module [`config`].
";

const ERRORS: &str = "
# Errors

A call that fails returns an [`SdkError`](error::SdkError): the operation's error, or a failure
to send the request or to parse the response. [`Error`] is any error of any operation; `?`
converts the others into it. See the module [`error`].
";

fn error_example(operation: &Operation) -> String {
    let method = &operation.method_name;
    let modeled = operation.errors.first().map_or(String::new(), |variant| {
        let is = variant.method.trim_start_matches('_');
        format!(
            r#"
        Some(error) if error.is_{is}() => {{
            println!("{{error}}");
        }}"#
        )
    });
    format!(
        r#"
```rust,no_run
# async fn example(client: &{LIB_NAME}::Client) {{
use {LIB_NAME}::error::DisplayErrorContext;

match client.{method}().send().await {{
    Ok(output) => println!("{{output:?}}"),
    Err(error) => match error.as_service_error() {{{modeled}
        // Prints all causes, which `{{error}}` alone does not.
        _ => println!("{{}}", DisplayErrorContext(&error)),
    }},
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
