// A call of `send` without `.await`.

use ivs_sdk::{Client, Error};

async fn first(client: &Client) -> Result<usize, Error> {
    let channels = client.list_channels().send()?;
    Ok(channels.channels().len())
}

async fn second(client: &Client) -> usize {
    let channels = client.list_channels().send();
    channels.channels().len()
}

fn main() {
    let _ = (first, second);
}
