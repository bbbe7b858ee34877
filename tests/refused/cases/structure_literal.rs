// A structure written out as a literal. It may gain members: it is built with its builder.

use ivs_sdk::types::Channel;

fn main() {
    let channel = Channel {
        name: Some("stage".to_owned()),
        ..Channel::builder().build()
    };
    println!("{channel:?}");
}
