//! What happens to a client, script by script: this folder is compiled for each of the two crates.

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

/// The scripts of each module, and the time that they run in.
macro_rules! scripts {
    ($($time:ident $module:ident: $($name:ident),+;)+) => {
        vec![$($(Script {
            name: concat!(stringify!($module), "::", stringify!($name)),
            time: Time::$time,
            run: |t| Box::pin($module::$name(t)),
        },)+)+]
    };
}

/// All scripts.
pub fn all() -> Vec<Script> {
    scripts! {
        Virtual retries: by_status, by_code, by_failure, delays, headers, hints, by_classifier;
        Virtual quota: of_errors, of_throttling, of_timeouts, shared, by_region, custom;
        Virtual adaptive: slows_down, first_attempts, shared, custom, by_call;
        Virtual timeouts: of_attempt_and_call, of_connector, by_call, of_credentials;
        Virtual timeouts: without_a_sleep;
        Virtual skew: by_code, by_answer, by_client;
        Virtual credentials: expire, expire_between_attempts, fail, missing, many, by_call, parts;
        Virtual auth: preferences, by_call, resolvers;
        Virtual endpoints: partitions, other_regions, none, urls, by_call, resolvers;
        Virtual malformed: endpoint, bytes, depths;
        Virtual interceptors: order, failures, changes, ways;
        Virtual customizing: requests, orders, overrides, operations;
        Virtual overrides: components, data, ids;
        Virtual telemetry: captured, nothing_to_capture, asked, measured;
        Virtual user_agents: features, names, paginators, opentelemetry;
        Virtual paginators: pages, items, wishes, operations;
        Virtual shared_config: settings, ways;
        Virtual components: by_default, by_behavior_version, by_settings;
        Virtual concurrency: calls, failures, dropped, client_gone;
        Threads concurrency: threads;
        Virtual spans: calls, settings, operations, ways;
        Real secrets: sent, received, unsent, ordinary, credentials, debug;
        Real faults: refused, before_the_head, amid_the_head, amid_the_body, no_http;
        Real faults: stalls, protection;
        Real connections: reuse, sharing, never_taken;
        Threads connections: many;
    }
}

/// A call of a client with `settings`.
async fn call(settings: &Settings) -> Outcome {
    get_channel(&client::client(settings)).await
}

/// A call that is like most others.
async fn get_channel(client: &sdk::Client) -> Outcome {
    Outcome::of(client.get_channel().arn("arn").send().await)
}
