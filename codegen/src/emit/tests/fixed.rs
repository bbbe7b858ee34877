//! Files of every crate: manifest, readme, configuration, endpoints.

use crate::emit::{Job, emit, run};
use crate::options::RuntimeDependency;
use crate::render::Header;
use crate::testing::{assert_lines, client, file, files, options};

#[test]
fn emitted_files_have_the_generated_header() {
    let files = files(
        r#"{"Out": {"members": {"m": "E"}}, "E": {"type": "enum", "members": {"A": "Unit"}}}"#,
    );
    for path in [
        "Cargo.toml",
        "README.md",
        "rustfmt.toml",
        "src/client.rs",
        "src/client/customize.rs",
        "src/client/customize/internal.rs",
        "src/config.rs",
        "src/config/auth.rs",
        "src/config/endpoint.rs",
        "src/config/endpoint/partitions.rs",
        "src/config/endpoint/rules.rs",
        "src/config/http.rs",
        "src/config/interceptors.rs",
        "src/config/retry.rs",
        "src/config/timeout.rs",
        "src/error.rs",
        "src/error/sealed_unhandled.rs",
        "src/error_meta.rs",
        "src/lib.rs",
        "src/meta.rs",
        "src/operation.rs",
        "src/primitives.rs",
        "src/primitives/event_stream.rs",
        "src/primitives/sealed_enum_unknown.rs",
        "src/types.rs",
        "src/types/builders.rs",
        "src/types/error.rs",
        "src/types/error/builders.rs",
    ] {
        let text = files.get(path).unwrap_or_else(|| panic!("no {path}"));
        let first = text.lines().next().unwrap_or_default();
        assert!(first.contains("@generated"), "{path}: {first}");
    }
    assert_lines(
        &files["src/lib.rs"],
        &["//! Client for Tiny Service.", "pub mod config;"],
    );
    let meta = files["src/meta.rs"].split_whitespace().collect::<String>();
    assert!(meta.contains(r#"("tinyservice",PKG_VERSION,);"#), "{meta}");
}

#[test]
fn an_emitter_may_emit_rust_and_other_files() {
    let jobs: [Job<'_>; 1] = [Box::new(|files| {
        files.rust(
            "a.rs",
            quote::quote!(
                struct A;
            ),
        );
        files.text("a.txt", "A\n".to_owned());
    })];
    let files = run(&jobs, &Header::new("Tiny", "1")).expect("Rust");
    assert_eq!(files["a.txt"], "A\n");
    assert!(files["a.rs"].ends_with("\nstruct A;\n"), "{files:#?}");
}

#[test]
fn the_list_of_generated_files_is_not_packaged() {
    let manifest = file("Cargo.toml", "{}");
    assert!(
        manifest.contains("exclude = [\".generated-files\"]"),
        "{manifest}"
    );
}

#[test]
fn the_crate_cannot_have_the_name_of_a_dependency() {
    let client = client("{}");
    let error = |crate_name: &str| {
        let options = crate::Options {
            crate_name: crate_name.to_owned(),
            ..options()
        };
        Some(emit(&client, &options).err()?.to_string())
    };
    for name in [
        "restjson1-runtime",
        "aws-smithy-types",
        "aws_types",
        "aws-runtime",
    ] {
        let error = error(name).unwrap_or_else(|| panic!("{name} is accepted"));
        assert!(error.starts_with("error[E0804]: "), "{error}");
    }
    for name in ["rustls", "aws-sdk-ivs", "name", "version"] {
        assert_eq!(error(name), None);
    }
}

#[test]
fn the_manifest_depends_on_the_runtime_by_path_or_version() {
    let client = client("{}");
    let manifest = |runtime| {
        let mut options = options();
        options.runtime = runtime;
        emit(&client, &options)
            .expect("files")
            .remove("Cargo.toml")
            .expect("a manifest")
    };
    let by_path = manifest(RuntimeDependency::Path("../runtime".to_owned()));
    let line = format!(
        r#"restjson1-runtime = {{ path = "../runtime", version = "{}" }}"#,
        crate::RUNTIME_VERSION
    );
    assert_lines(
        &by_path,
        &[
            r#"name = "tiny-sdk""#,
            r#"version = "1.2.3""#,
            r#"description = "Client for Tiny Service.""#,
            &line,
        ],
    );
    let by_version = manifest(RuntimeDependency::Version("7.8.9".to_owned()));
    assert_lines(
        &by_version,
        &[r#"restjson1-runtime = { version = "7.8.9" }"#],
    );
}

#[test]
fn the_readme_shows_a_request() {
    let text = file("README.md", "{}");
    assert_lines(
        &text,
        &[
            "# tiny-sdk",
            "Client for Tiny Service, with 1 operation.",
            "let client = tiny_sdk::Client::new(&config);",
            "let output = client.op().send().await?;",
        ],
    );
}

#[test]
fn the_configuration_names_the_service() {
    let files = files("{}");
    assert_lines(
        &files["src/config.rs"],
        &[
            "pub mod endpoint;",
            r#"id: "tinyservice","#,
            r#"name: "Service","#,
            r#"signing_name: "tiny","#,
            r#"package: "tiny-sdk","#,
            "pub struct Config {",
            "pub struct Builder {",
        ],
    );
    assert!(files["src/config/auth.rs"].contains("pub trait ResolveAuthScheme"));
}

#[test]
fn endpoint_parameters_come_from_the_settings() {
    let text = file("src/config/endpoint.rs", "{}");
    assert_lines(
        &text,
        &[
            "pub struct Params {",
            "pub(crate) region: Option<String>,",
            "pub(crate) use_fips: bool,",
            "/// Returns the region.",
            "pub fn region(&self) -> Option<&str> {",
            "pub fn use_fips(&self) -> Option<bool> {",
            "pub struct ParamsBuilder {",
            "pub fn set_region(mut self, param: Option<String>) -> Self {",
            r#"field: "region","#,
            "use_fips: self.use_fips.unwrap_or(false),",
            ".load::<aws_types::region::Region>()",
            ".load::<aws_types::endpoint_config::UseFips>()",
        ],
    );
}

#[test]
fn endpoint_rules_are_nested_conditions() {
    let text = file(
        "src/config/endpoint/rules.rs",
        r#"{"Service": {"traits": {"smithy.rules#endpointRuleSet": {"rules": [
            {"type": "tree", "conditions": [
                {"fn": "isSet", "argv": [{"ref": "Region"}]},
                {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "P"}], "rules": [
                {"type": "endpoint", "endpoint": {"url": "https://{P#dnsSuffix}"}, "conditions": [
                    {"fn": "booleanEquals", "argv": [{"ref": "UseFIPS"}, false]},
                    {"fn": "stringEquals", "argv": ["us", {"ref": "Region"}]},
                    {"fn": "isValidHostLabel", "argv": [{"ref": "Region"}, false]}]}]},
            {"type": "error", "conditions": [], "error": "no region"}]}}}}"#,
    );
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "if let Some(region) = &params.region && let Some(p) = endpoint::partition(PARTITIONS, region)",
        r#"if !params.use_fips && "us" == region && endpoint::is_valid_host_label(region, false)"#,
        r#"return endpoint::from_parts(&["https://", p.dns_suffix]);"#,
        r#"return rule_error("No endpoint rule matched");"#,
        r#"} rule_error("no region") }"#,
    ] {
        assert!(flat.contains(part), "no `{part}` in {flat}");
    }
}

#[test]
fn unused_items_are_omitted() {
    let files = files(
        r#"{"Service": {"traits": {"smithy.rules#endpointRuleSet": {"rules": [
            {"type": "endpoint", "conditions": [], "endpoint": {"url": "https://one"}}]}}}}"#,
    );
    let text = &files["src/config/endpoint/rules.rs"];
    for unused in ["partition", "rule_error", "ResolveEndpointError", "params"] {
        assert!(!text.contains(unused), "{unused} in {text}");
    }
    assert_lines(text, &[r#"endpoint::from_url("https://one".to_owned())"#]);
    assert!(!files.contains_key("src/config/endpoint/partitions.rs"));
    assert!(!files.contains_key("src/primitives/sealed_enum_unknown.rs"));
    assert!(!files["src/error.rs"].contains("UnknownVariant"));
}

#[test]
fn partitions_are_a_table() {
    let text = file("src/config/endpoint/partitions.rs", "{}");
    assert_lines(
        &text,
        &[
            r#"name: "aws","#,
            r#"regions: &["us-a-1"],"#,
            r#"pattern: RegionPattern { prefixes: &["us"] },"#,
            r#"dns_suffix: "s","#,
            r#"dual_stack_dns_suffix: "d","#,
            "supports_fips: true,",
            r#"implicit_global_region: "us-a-1","#,
        ],
    );
}
