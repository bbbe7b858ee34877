//! The list of scripts; this folder is compiled once against each crate.

use super::{client, driver, sdk};
use crate::behaviour::{Script, Time};
use crate::outcome::Outcome;
use crate::settings::Settings;

mod adaptive;
mod auth;
mod components;
mod concurrency;
mod connections;
mod credentials;
mod customizing;
mod endpoints;
mod errors;
mod faults;
mod interceptors;
mod malformed;
mod overrides;
mod paginators;
mod quota;
mod retries;
mod secrets;
mod shared_config;
mod skew;
mod spans;
mod telemetry;
mod timeouts;
mod user_agents;

/// Lists scripts by module, each line with the `Time` that they run with.
macro_rules! scripts {
    ($($time:ident $module:ident: $($name:ident),+;)+) => {
        vec![$($(Script {
            name: concat!(stringify!($module), "::", stringify!($name)),
            time: Time::$time,
            run: |t| Box::pin($module::$name(t)),
        },)+)+]
    };
}

/// Returns all scripts.
pub fn all() -> Vec<Script> {
    scripts! {
        Virtual retries: by_status, by_code, by_failure, delays, headers, hints, by_classifier;
        Virtual quota: errors, throttling, timeouts, shared, by_region, custom;
        Virtual adaptive: slows_down, first_attempts, shared, custom, per_call;
        Virtual timeouts: attempt_and_operation, connector, per_call, credentials;
        Virtual timeouts: default_sleep;
        Virtual skew: by_code, by_response, by_client;
        Virtual credentials: expiry, expiry_between_attempts, errors, missing, concurrent, per_call;
        Virtual credentials: fields;
        Virtual auth: preferences, per_call, resolvers;
        Virtual endpoints: partitions, other_regions, no_region, urls, per_call, resolvers;
        Virtual malformed: endpoint_url, invalid_utf8, nesting, private_markers;
        Virtual errors: builders, converted, converted_without_code;
        Virtual interceptors: order, failures, changes, registration;
        Virtual customizing: requests, order, overrides, operations;
        Virtual overrides: components, settings, invocation_ids;
        Virtual telemetry: captured, nothing_to_capture, requested, metrics;
        Virtual user_agents: features, names, paginators, opentelemetry;
        Virtual paginators: pages, cycles, items, laziness, operations;
        Virtual shared_config: settings, round_trip, empty_variables;
        Virtual components: defaults, by_behavior_version, settings;
        Virtual concurrency: calls, failures, dropped, client_dropped;
        Threads concurrency: threads;
        Virtual spans: calls, settings, operations, other_calls;
        Real secrets: sent, received, unsent, unmarked, credentials, debug;
        Real faults: connection_refused, before_head, within_head, within_body, unusual_http;
        Real faults: stalls, stalled_stream_protection;
        Real connections: reuse, sharing, never_accepted;
        Threads connections: many;
    }
}

/// Calls `GetChannel` with a new client.
async fn call(settings: &Settings) -> Outcome {
    get_channel(&client::client(settings)).await
}

/// Calls `GetChannel`, a typical operation.
async fn get_channel(client: &sdk::Client) -> Outcome {
    Outcome::new(client.get_channel().arn("arn").send().await)
}
