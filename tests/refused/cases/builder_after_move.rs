// Builder methods consume the builder and return it; this program drops the returned builder.

use ivs_sdk::Client;

async fn create(client: &Client) {
    let call = client.create_channel();
    call.name("stage");
    let _ = call.send().await;
}

fn main() {
    let _ = create;
}
