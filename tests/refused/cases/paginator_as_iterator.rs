// Pages taken with `for`. They come over the network: `while let Some(page) = pages.next().await`.

use ivs_sdk::Client;

async fn names(client: &Client) {
    for page in client.list_channels().into_paginator().send() {
        println!("{page:?}");
    }
}

fn main() {
    let _ = names;
}
