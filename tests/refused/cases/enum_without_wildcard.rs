// A match of all known values of an enum, without an arm for unknown values.

use ivs_sdk::types::StreamState;

fn main() {
    let on_air = match StreamState::from("LIVE") {
        StreamState::StreamLive => true,
        StreamState::StreamOffline => false,
    };
    println!("{on_air}");
}
