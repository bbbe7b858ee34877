// A structure literal. Structures may gain members: use the builder.

use ivs_sdk::types::Channel;

fn main() {
    let channel = Channel {
        name: Some("stage".to_owned()),
        ..Channel::builder().build()
    };
    println!("{channel:?}");
}
