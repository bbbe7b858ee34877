//! Lists channels, all or those of a name, and the streams that receive too little data.
//!
//! `cargo run --example list_channels -- [NAME]`

use std::error::Error;

use examples::{Broadcasts, Service};
use ivs_sdk::Client;
use ivs_sdk::types::{StreamFilters, StreamHealth};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let name = std::env::args().nth(1);
    let service = Service::from_env(Broadcasts::Running).await?;
    let client = Client::new(&service.config);

    // The service accepts one filter at most. `items` requests page after page.
    let mut channels = client
        .list_channels()
        .set_filter_by_name(name)
        .max_results(50)
        .into_paginator()
        .items()
        .send();
    let mut count = 0;
    while let Some(channel) = channels.next().await {
        let channel = channel?;
        let access = if channel.authorized() {
            "private"
        } else {
            "public"
        };
        // An empty ARN means that broadcasts are not recorded.
        let recorded = match channel.recording_configuration_arn() {
            None | Some("") => "",
            Some(_) => ", recorded",
        };
        let (name, arn) = (channel.name(), channel.arn());
        println!(
            "{} {} ({access}{recorded})",
            arn.unwrap_or_default(),
            name.unwrap_or_default()
        );
        count += 1;
    }
    println!("{count} channels");

    let starving = StreamFilters::builder()
        .health(StreamHealth::Starving)
        .build();
    let mut pages = client
        .list_streams()
        .filter_by(starving)
        .into_paginator()
        .send();
    while let Some(page) = pages.next().await {
        for stream in page?.streams() {
            let arn = stream.channel_arn().unwrap_or_default();
            println!("{arn} receives too little data from its encoder");
        }
    }
    Ok(())
}
