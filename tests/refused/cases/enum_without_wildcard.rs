// All values of an enum that there are today, and no arm for those of tomorrow.

use ivs_sdk::types::StreamState;

fn main() {
    let on_air = match StreamState::from("LIVE") {
        StreamState::StreamLive => true,
        StreamState::StreamOffline => false,
    };
    println!("{on_air}");
}
