// A `for` loop over pages. They are a stream: use `while let Some(page) = pages.next().await`.

use ivs_sdk::Client;

async fn names(client: &Client) {
    for page in client.list_channels().into_paginator().send() {
        println!("{page:?}");
    }
}

fn main() {
    let _ = names;
}
