// An unknown enum value built by hand. Use `ChannelType::from("NEXT")`.

use ivs_sdk::types::ChannelType;

fn main() {
    let next = ChannelType::Unknown("NEXT".to_owned());
    println!("{next}");
}
