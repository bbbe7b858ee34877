// A builder's methods take it and give it back; what they give back is dropped here.

use ivs_sdk::Client;

async fn create(client: &Client) {
    let call = client.create_channel();
    call.name("stage");
    let _ = call.send().await;
}

fn main() {
    let _ = create;
}
