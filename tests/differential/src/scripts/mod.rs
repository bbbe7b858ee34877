//! What happens to a client, script by script: this folder is compiled for each of the two crates.

use super::{client, driver, sdk};
use crate::behaviour::{Script, Time};
use crate::outcome::Outcome;
use crate::settings::Settings;

mod quota;
mod retries;

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
