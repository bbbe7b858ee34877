// A call without `send`; the lint `unused_must_use` reports it.
#![deny(unused_must_use)]

fn stop(client: &ivs_sdk::Client) {
    client.stop_stream().channel_arn("arn");
}

fn main() {}
