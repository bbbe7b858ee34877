//! Many fakes in one process, and the end of one.

use std::net::TcpStream;
use std::time::Instant;

use ivs_fake::{Clock, Fake};
use ivs_sdk::Client;
use ivs_sdk::config::Region;

use crate::{client, socket_client};

#[tokio::test]
async fn a_thousand_fakes_do_not_share_resources() {
    let before = resident_kibibytes();
    let start = Instant::now();
    let fakes: Vec<Fake> = (0..1000).map(|_| Fake::start()).collect();
    let started = start.elapsed();
    for (index, fake) in fakes.iter().enumerate() {
        let name = format!("channel-{index}");
        client(fake)
            .create_channel()
            .name(name)
            .send()
            .await
            .expect("a channel");
    }
    for (index, fake) in fakes.iter().enumerate() {
        let output = client(fake).list_channels().send().await.expect("channels");
        let names: Vec<_> = output
            .channels()
            .iter()
            .filter_map(|channel| channel.name())
            .collect();
        assert_eq!(names, [format!("channel-{index}")]);
    }
    println!(
        "1,000 fakes: started in {started:?}, 2,000 calls in {:?}, {} more",
        start.elapsed(),
        match (before, resident_kibibytes()) {
            (Some(before), Some(after)) => format!("{} KiB", after.saturating_sub(before)),
            _ => "unknown memory".to_owned(),
        }
    );
}

/// Returns the resident memory of this process, if the system shows it.
fn resident_kibibytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_servers_run_side_by_side() {
    let mut running = Vec::new();
    for _ in 0..1000 {
        let fake = Fake::start();
        let server = fake.serve().await.expect("a free port");
        running.push((fake, server));
    }
    for (fake, server) in running.iter().step_by(100) {
        let client = socket_client(fake, server);
        client.create_channel().send().await.expect("a channel");
        assert_eq!(fake.control().overview().channels.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_server_frees_its_port() {
    let fake = Fake::start();
    let server = fake.serve().await.expect("a free port");
    let (address, open) = (server.address(), socket_client(&fake, &server));
    open.list_channels().send().await.expect("channels");
    drop(server);
    // The task ends at its next turn.
    for _ in 0..100 {
        if TcpStream::connect(address).is_err() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    TcpStream::connect(address).expect_err("the port is closed");
    open.list_channels()
        .send()
        .await
        .expect_err("the connection is closed");
    client(&fake)
        .list_channels()
        .send()
        .await
        .expect("the fake goes on");
    let again = fake
        .serve_on(address.port())
        .await
        .expect("the port is free");
    assert_eq!(again.address(), address);
}

#[tokio::test]
async fn a_taken_port_is_an_error() {
    let fake = Fake::start();
    let server = fake.serve().await.expect("a free port");
    let error = fake
        .serve_on(server.address().port())
        .await
        .expect_err("a taken port");
    assert_eq!(error.kind(), std::io::ErrorKind::AddrInUse);
}

#[tokio::test]
async fn regions_do_not_share_resources() {
    let fake = Fake::start();
    let region = |name| {
        let config = fake.config().region(Region::from_static(name));
        Client::from_conf(config.build())
    };
    let created = region("eu-west-1")
        .create_channel()
        .send()
        .await
        .expect("a channel");
    let arn = created
        .channel()
        .and_then(|channel| channel.arn())
        .expect("an ARN");
    assert!(
        arn.starts_with("arn:aws:ivs:eu-west-1:123456789012:channel/"),
        "{arn}"
    );
    let other = region("us-west-2")
        .list_channels()
        .send()
        .await
        .expect("channels");
    assert!(other.channels().is_empty());
}

#[tokio::test]
async fn a_seed_makes_the_output_repeatable() {
    let channel = |seed| async move {
        let fake = Fake::builder()
            .seed(seed)
            .clock(Clock::manual())
            .start()
            .expect("a fake");
        let output = client(&fake)
            .create_channel()
            .send()
            .await
            .expect("a channel");
        format!(
            "{:?} {:?}",
            output,
            output.stream_key().map(|key| key.value())
        )
    };
    assert_eq!(channel(1).await, channel(1).await);
    assert_ne!(channel(1).await, channel(2).await);
}
