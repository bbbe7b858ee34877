// Arguments that builder methods do not accept: wrong types, and a map entry as one string.

use ivs_sdk::Client;

fn calls(client: &Client) {
    let _ = client.create_channel().r#type("BASIC");
    let _ = client.create_channel().authorized("yes");
    let _ = client.list_channels().max_results(10_u64);
    let _ = client.create_channel().tags("team=stage");
}

fn main() {
    let _ = calls;
}
