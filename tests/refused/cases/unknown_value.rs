// A value that the crate does not know, put together by hand. `ChannelType::from("NEXT")` makes it.

use ivs_sdk::types::ChannelType;

fn main() {
    let next = ChannelType::Unknown("NEXT".to_owned());
    println!("{next}");
}
