//! The endpoint of a call, and the region and service that it is signed for.

use std::collections::HashMap;

use aws_smithy_types::Document;
use aws_smithy_types::endpoint::Endpoint;

use super::{client, get_channel, sdk};
use crate::fixture::Fixture;
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::transcript::Transcript;
use sdk::config::endpoint::{EndpointFuture, Params, ResolveEndpoint};
use sdk::config::{Builder, Region};

const VARIANTS: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

/// Returns the regions of all partitions in the partitions file.
fn regions() -> Vec<String> {
    let json = include_str!("../../../../model/partitions.json");
    let file: serde_json::Value = serde_json::from_str(json).expect("partitions in JSON");
    let partitions = file["partitions"].as_array().expect("partitions").iter();
    let regions =
        partitions.flat_map(|partition| partition["regions"].as_object().expect("regions"));
    regions.map(|(region, _)| region.clone()).collect()
}

/// Makes a call, writes its URI and signing scope, or its error, and returns the URI.
async fn resolve(
    t: &mut Transcript,
    title: &str,
    change: impl FnOnce(Builder) -> Builder,
) -> String {
    let fixture = Fixture::new([Reply::ok("{}")]);
    let config = change(client::config(&fixture.settings));
    let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
    let arrivals = fixture.peer.take_arrivals();
    for arrival in &arrivals {
        let authorization = arrival.header("authorization");
        let scope = authorization.split(", ").next().unwrap_or_default();
        t.note(format_args!("{title}: {} {scope}", arrival.request.uri));
    }
    if arrivals.is_empty() {
        t.note(format_args!("{title}: not sent"));
        t.outcome(&outcome);
    }
    arrivals
        .first()
        .map(|arrival| arrival.request.uri.clone())
        .unwrap_or_default()
}

/// Makes calls to `region` with each combination of FIPS and dual-stack.
async fn variants(t: &mut Transcript, region: &str) {
    for (fips, dual_stack) in VARIANTS {
        let title = format!("{region} fips {fips} dual-stack {dual_stack}");
        let set = |config: Builder| {
            let config = config.region(Region::new(region.to_owned()));
            config.use_fips(fips).use_dual_stack(dual_stack)
        };
        resolve(t, &title, set).await;
    }
}

pub async fn partitions(t: &mut Transcript) {
    let regions = regions();
    t.check("more than 50 regions", regions.len() > 50);
    for region in regions {
        variants(t, &region).await;
    }
}

/// Resolves unlisted regions, and strings that are not regions.
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

pub async fn no_region(t: &mut Transcript) {
    for (fips, dual_stack) in VARIANTS {
        let set = |config: Builder| {
            config
                .region(None)
                .use_fips(fips)
                .use_dual_stack(dual_stack)
        };
        let title = format!("no region, fips {fips} dual-stack {dual_stack}");
        let uri = resolve(t, &title, set).await;
        t.check("not sent", uri.is_empty());
        let set = |config: Builder| set_url(config.region(None), fips, dual_stack);
        let title = format!("no region, a URL, fips {fips} dual-stack {dual_stack}");
        resolve(t, &title, set).await;
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
        resolve(t, url, |config| config.endpoint_url(url)).await;
        for (fips, dual_stack) in &VARIANTS[1..] {
            let set = |config: Builder| {
                config
                    .endpoint_url(url)
                    .use_fips(*fips)
                    .use_dual_stack(*dual_stack)
            };
            let title = format!("{url} fips {fips} dual-stack {dual_stack}");
            let uri = resolve(t, &title, set).await;
            t.check(format_args!("{title}: not sent"), uri.is_empty());
        }
        let fixture = Fixture::new([Reply::status(204, "")]);
        let config = client::config(&fixture.settings).endpoint_url(url).build();
        let client = sdk::Client::from_conf(config);
        let call = client
            .untag_resource()
            .resource_arn("arn:aws:a/b c?d")
            .tag_keys("k&")
            .tag_keys("ü");
        let outcome = Outcome::new(call.send().await);
        fixture.report_all(t, "a label and a query", &outcome);
    }
}

pub async fn per_call(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::ok("{}")]);
    let config = client::config(&fixture.settings).endpoint_url("https://client.example/x");
    for config in [
        config.clone(),
        config.endpoint_url("https://other.example"),
        client::config(&fixture.settings),
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
            Builder::new().endpoint_resolver(CustomResolver(None)),
        ];
        for (number, call_config) in overrides.into_iter().enumerate() {
            let call = client
                .get_channel()
                .customize()
                .config_override(call_config);
            let outcome = Outcome::new(call.send().await);
            fixture.report_all(t, &format!("override {number}"), &outcome);
        }
        let mut unset = Builder::new();
        unset.set_endpoint_url(None).set_region(None);
        let call = client.get_channel().customize().config_override(unset);
        let outcome = Outcome::new(call.send().await);
        let sent = fixture.report_all(t, "unset", &outcome).len();
        t.check("at most one attempt", sent <= 1);
    }
}

/// A custom resolver that may set an auth scheme; an empty scheme makes it fail.
#[derive(Debug)]
struct CustomResolver(Option<&'static str>);

impl ResolveEndpoint for CustomResolver {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let region = params.region().unwrap_or("nowhere");
        let endpoint = Endpoint::builder().url(format!("https://{region}.custom.example/z"));
        let endpoint = endpoint.header("x-custom", "one").header("x-custom", "two");
        let Some(scheme) = self.0 else {
            return EndpointFuture::ready(Ok(endpoint.build()));
        };
        if scheme.is_empty() {
            return EndpointFuture::ready(Err("no endpoint".into()));
        }
        let string = |string: &str| Document::String(string.to_owned());
        let scheme = HashMap::from([
            ("name".to_owned(), string(scheme)),
            ("signingName".to_owned(), string("custom-name")),
            ("signingRegion".to_owned(), string("custom-region")),
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
        let fixture = Fixture::new([Reply::status(500, "{}"), Reply::ok("{}")]);
        let config = client::config(&fixture.settings).endpoint_resolver(CustomResolver(scheme));
        let config = config.endpoint_url("https://unused.example").use_fips(true);
        let client = sdk::Client::from_conf(config.build());
        let outcome = get_channel(&client).await;
        let sent = fixture.report_all(t, &format!("{scheme:?}"), &outcome);
        let resolved = sent.iter().all(|arrival| {
            arrival
                .request
                .uri
                .starts_with("https://us-west-2.custom.example/z/")
        });
        t.check(
            format_args!("{scheme:?}: only sent to the custom endpoint"),
            resolved,
        );
    }
    // Call the default resolver directly.
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
