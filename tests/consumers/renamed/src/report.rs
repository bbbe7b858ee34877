//! Reports of channels and failover slates.

use aws_sdk_ivs::error::{DisplayErrorContext, ProvideErrorMetadata};
use aws_sdk_ivs::{Client, Error};

/// Prints all channels, page by page.
pub async fn channels(client: &Client) -> Result<(), Error> {
    let mut pages = client.list_channels().into_paginator().page_size(2).send();
    let mut number = 0;
    while let Some(page) = pages.next().await {
        number += 1;
        for channel in page?.channels() {
            println!("page {number}: {}", channel.name().unwrap_or("nameless"));
        }
    }
    Ok(())
}

/// Prints all failover slates, item by item; prints the error of a failed page.
pub async fn slates(client: &Client) -> Result<(), Error> {
    let mut items = client
        .list_failover_slate_configurations()
        .into_paginator()
        .items()
        .send();
    while let Some(item) = items.next().await {
        match item {
            Ok(slate) => println!("slate {}", slate.name().unwrap_or("nameless")),
            Err(error) => {
                println!("no more slates: {}", error.code().unwrap_or("no code"));
                eprintln!("{}", DisplayErrorContext(&error));
            }
        }
    }
    Ok(())
}
