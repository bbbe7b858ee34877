//! Which host a call goes to, and for which region and service it is signed.

use aws_smithy_types::Document;
use aws_smithy_types::endpoint::Endpoint;
use std::collections::HashMap;

use super::{client, get_channel, sdk};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::stage::Stage;
use crate::transcript::Transcript;
use sdk::config::endpoint::{EndpointFuture, Params, ResolveEndpoint};
use sdk::config::{Builder, Region};

const VARIANTS: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

/// The regions of all partitions, as the model of partitions has them.
fn regions() -> Vec<String> {
    let text = include_str!("../../../../model/partitions.json");
    let model: serde_json::Value = serde_json::from_str(text).expect("partitions in JSON");
    let partitions = model["partitions"].as_array().expect("partitions").iter();
    let regions =
        partitions.flat_map(|partition| partition["regions"].as_object().expect("regions"));
    regions.map(|(region, _)| region.clone()).collect()
}

/// Where a call goes and what signs it, or why it does not go.
async fn goes(t: &mut Transcript, what: &str, change: impl FnOnce(Builder) -> Builder) -> String {
    let stage = Stage::new([Reply::ok("{}")]);
    let config = change(client::config(&stage.settings));
    let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
    let arrivals = stage.peer.arrivals();
    for arrival in &arrivals {
        let authorization = arrival.header("authorization");
        let scope = authorization.split(", ").next().unwrap_or_default();
        t.note(format_args!("{what}: {} {scope}", arrival.sent.uri));
    }
    if arrivals.is_empty() {
        t.note(format_args!("{what}: nowhere"));
        t.outcome(&outcome);
    }
    arrivals
        .first()
        .map(|one| one.sent.uri.clone())
        .unwrap_or_default()
}

async fn variants(t: &mut Transcript, region: &str) {
    for (fips, dual_stack) in VARIANTS {
        let what = format!("{region} fips {fips} dual-stack {dual_stack}");
        let set = |config: Builder| {
            let config = config.region(Region::new(region.to_owned()));
            config.use_fips(fips).use_dual_stack(dual_stack)
        };
        goes(t, &what, set).await;
    }
}

pub async fn partitions(t: &mut Transcript) {
    let regions = regions();
    t.check("regions", regions.len() > 50);
    for region in regions {
        variants(t, &region).await;
    }
}

/// Regions that are in no table, and texts that are none.
pub async fn other_regions(t: &mut Transcript) {
    for region in [
        "us-east-99",
        "eu-west-99",
        "mars-1",
        "mars-north-1",
        "cn-mars-1",
        "us-gov-mars-1",
        "us-iso-mars-1",
        "us-isob-mars-1",
        "eu-isoe-mars-1",
        "us-isof-mars-1",
        "eusc-de-mars-1",
        "eusc-fr-mars-1",
        "mx-a_b-1",
        "il--1",
        "us-east-1a",
        "US-EAST-1",
        "us-east-1.x",
        "aws-global",
        "aws-cn-global",
        "a",
        "a.b",
        "-a",
        "a-",
        "",
        " ",
        "a b",
        "a/b",
        "a@b",
        "ä",
        "us-east-1:80",
        "fips-us-east-1",
        "us-east-1-fips",
        "us-east-١",
        "..",
        "a..b",
        "us-é-1",
    ] {
        variants(t, region).await;
    }
    let long = "a".repeat(64);
    variants(t, &long[1..]).await;
    variants(t, &long).await;
}

pub async fn none(t: &mut Transcript) {
    for (fips, dual_stack) in VARIANTS {
        let set = |config: Builder| {
            config
                .region(None)
                .use_fips(fips)
                .use_dual_stack(dual_stack)
        };
        let uri = goes(t, &format!("no region, {fips}, {dual_stack}"), set).await;
        t.check("nowhere to go", uri.is_empty());
        let set = |config: Builder| set_url(config.region(None), fips, dual_stack);
        goes(t, &format!("no region, a URL, {fips}, {dual_stack}"), set).await;
    }
}

fn set_url(config: Builder, fips: bool, dual_stack: bool) -> Builder {
    config
        .endpoint_url("https://example.com")
        .use_fips(fips)
        .use_dual_stack(dual_stack)
}

pub async fn urls(t: &mut Transcript) {
    for url in [
        "https://example.com",
        "https://example.com/",
        "http://example.com",
        "http://example.com:80",
        "https://example.com:443",
        "https://example.com:8443/",
        "https://example.com/base",
        "https://example.com/base/",
        "https://example.com/a/b//",
        "https://example.com//a",
        "https://example.com/a%20b/../c",
        "https://example.com/?a=b",
        "https://example.com/base?a=b",
        "https://user:word@example.com/",
        "http://[::1]:8080/x",
        "http://127.0.0.1",
        "HTTP://EXAMPLE.COM/A",
        "https://xn--bcher-kva.example/",
        "https://example.com/ä",
        "https://example.com/base#part",
        "ftp://example.com/a",
        "https://example.com./",
        "http://localhost:0",
    ] {
        goes(t, url, |config| config.endpoint_url(url)).await;
        for (fips, dual_stack) in &VARIANTS[1..] {
            let set = |config: Builder| {
                config
                    .endpoint_url(url)
                    .use_fips(*fips)
                    .use_dual_stack(*dual_stack)
            };
            let uri = goes(t, &format!("{url} {fips} {dual_stack}"), set).await;
            t.check(url, uri.is_empty());
        }
        let stage = Stage::new([Reply::status(204, "")]);
        let config = client::config(&stage.settings).endpoint_url(url).build();
        let client = sdk::Client::from_conf(config);
        let call = client
            .untag_resource()
            .resource_arn("arn:aws:a/b c?d")
            .tag_keys("k&")
            .tag_keys("ü");
        let outcome = Outcome::of(call.send().await);
        stage.report_all(t, "a label and a query", &outcome);
    }
}

pub async fn by_call(t: &mut Transcript) {
    let stage = Stage::new([Reply::ok("{}")]);
    let config = client::config(&stage.settings).endpoint_url("https://client.example/x");
    for config in [
        config.clone(),
        config.endpoint_url("https://other.example"),
        client::config(&stage.settings),
    ] {
        let client = sdk::Client::from_conf(config.build());
        let overrides = [
            Builder::new(),
            Builder::new().endpoint_url("https://call.example/y"),
            Builder::new().region(Region::new("cn-north-1")),
            Builder::new().use_fips(true),
            Builder::new()
                .use_dual_stack(true)
                .region(Region::new("eu-west-1")),
            Builder::new().endpoint_resolver(Own(None)),
        ];
        for (number, own) in overrides.into_iter().enumerate() {
            let call = client.get_channel().customize().config_override(own);
            let outcome = Outcome::of(call.send().await);
            stage.report_all(t, &format!("override {number}"), &outcome);
        }
        let mut unset = Builder::new();
        unset.set_endpoint_url(None).set_region(None);
        let call = client.get_channel().customize().config_override(unset);
        let outcome = Outcome::of(call.send().await);
        let sent = stage.report_all(t, "unset", &outcome).len();
        t.check("once at most", sent <= 1);
    }
}

/// A resolver of the caller's, with an auth scheme of its own or none.
#[derive(Debug)]
struct Own(Option<&'static str>);

impl ResolveEndpoint for Own {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let region = params.region().unwrap_or("nowhere");
        let endpoint = Endpoint::builder().url(format!("https://{region}.own.example/z"));
        let endpoint = endpoint.header("x-own", "one").header("x-own", "two");
        let Some(scheme) = self.0 else {
            return EndpointFuture::ready(Ok(endpoint.build()));
        };
        if scheme.is_empty() {
            return EndpointFuture::ready(Err("nowhere at all".into()));
        }
        let text = |text: &str| Document::String(text.to_owned());
        let scheme = HashMap::from([
            ("name".to_owned(), text(scheme)),
            ("signingName".to_owned(), text("own-name")),
            ("signingRegion".to_owned(), text("own-region")),
            ("disableDoubleEncoding".to_owned(), Document::Bool(true)),
        ]);
        let schemes = Document::Array(vec![Document::Object(scheme)]);
        EndpointFuture::ready(Ok(endpoint.property("authSchemes", schemes).build()))
    }
}

pub async fn resolvers(t: &mut Transcript) {
    for scheme in [
        None,
        Some("sigv4"),
        Some("noAuth"),
        Some("sigv4a"),
        Some(""),
    ] {
        let stage = Stage::new([Reply::status(500, "{}"), Reply::ok("{}")]);
        let config = client::config(&stage.settings).endpoint_resolver(Own(scheme));
        let config = config
            .endpoint_url("https://not-asked.example")
            .use_fips(true);
        let client = sdk::Client::from_conf(config.build());
        let outcome = get_channel(&client).await;
        let sent = stage.report_all(t, &format!("{scheme:?}"), &outcome);
        let own = sent
            .iter()
            .all(|one| one.sent.uri.starts_with("https://us-west-2.own.example/z/"));
        t.check(format_args!("{scheme:?}"), own);
    }
    // Asked by hand.
    for region in [None, Some("eu-west-1"), Some("a b")] {
        let mut builder = Params::builder();
        builder = builder.set_region(region.map(str::to_owned)).use_fips(true);
        match builder.build() {
            Err(error) => t.show("params", &error.to_string()),
            Ok(params) => {
                let resolver = sdk::config::endpoint::DefaultResolver::new();
                let endpoint = ResolveEndpoint::resolve_endpoint(&resolver, &params).await;
                t.show("endpoint", &endpoint.map_err(|error| error.to_string()));
                t.show("params", &params);
            }
        }
    }
}
