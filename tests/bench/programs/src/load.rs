//! `load ADDRESS CALLS AT_A_TIME`: makes calls over plain HTTP, AT_A_TIME concurrently; prints the
//! nanoseconds of all calls together, and the 50th and 99th percentiles of one.
#![forbid(unsafe_code)]

mod arguments;

use std::time::{Duration, Instant};

use aws_sdk_ivs::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_ivs::{Client, Config};

fn main() {
    let [address, calls, at_a_time] = arguments::take(["ADDRESS", "CALLS", "AT_A_TIME"]);
    let calls: usize = arguments::number(&calls);
    let at_a_time: usize = arguments::number(&at_a_time);
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_all().build().expect("a runtime");
    let (elapsed, mut times) = runtime.block_on(async {
        let client = client(&address);
        // Opens the connections.
        run(&client, at_a_time, calls / 10).await;
        let start = Instant::now();
        let times = run(&client, at_a_time, calls).await;
        (start.elapsed(), times)
    });
    times.sort();
    let percentile = |percent: usize| times[times.len() * percent / 100].as_nanos();
    println!(
        "{} {} {}",
        elapsed.as_nanos(),
        percentile(50),
        percentile(99)
    );
}

/// Makes the calls and returns the time of each.
async fn run(client: &Client, at_a_time: usize, calls: usize) -> Vec<Duration> {
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..at_a_time {
        let client = client.clone();
        tasks.spawn(async move {
            let mut times = Vec::with_capacity(calls / at_a_time);
            for _ in 0..calls / at_a_time {
                let start = Instant::now();
                let page = client.list_channels().max_results(10).send().await;
                assert_eq!(page.expect("a page").channels().len(), 10);
                times.push(start.elapsed());
            }
            times
        });
    }
    let mut times = Vec::new();
    while let Some(result) = tasks.join_next().await {
        times.extend(result.expect("no call fails"));
    }
    times
}

fn client(address: &str) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "static"))
        .endpoint_url(format!("http://{address}"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build();
    Client::from_conf(config)
}
