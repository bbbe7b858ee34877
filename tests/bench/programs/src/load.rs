//! `load ADDRESS CALLS AT_A_TIME`: makes calls over plain HTTP, AT_A_TIME concurrently; prints the
//! nanoseconds they took.
#![forbid(unsafe_code)]

mod arguments;

use std::time::Instant;

use aws_sdk_ivs::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_ivs::{Client, Config};

fn main() {
    let [address, calls, at_a_time] = arguments::take(["ADDRESS", "CALLS", "AT_A_TIME"]);
    let calls: usize = arguments::number(&calls);
    let at_a_time: usize = arguments::number(&at_a_time);
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_all().build().expect("a runtime");
    let elapsed = runtime.block_on(async {
        let client = client(&address);
        // Opens the connections.
        run(&client, at_a_time, at_a_time * 4).await;
        let start = Instant::now();
        run(&client, at_a_time, calls).await;
        start.elapsed()
    });
    println!("{}", elapsed.as_nanos());
}

async fn run(client: &Client, at_a_time: usize, calls: usize) {
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..at_a_time {
        let client = client.clone();
        tasks.spawn(async move {
            for _ in 0..calls / at_a_time {
                let page = client.list_channels().max_results(10).send().await;
                assert_eq!(page.expect("a page").channels().len(), 10);
            }
        });
    }
    while let Some(result) = tasks.join_next().await {
        result.expect("no call fails");
    }
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
