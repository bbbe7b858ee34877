// `Client::new` with the configuration of the service. Use `from_conf`; `new` takes an `SdkConfig`.

use ivs_sdk::{Client, Config};

fn main() {
    let config = Config::builder().build();
    let client = Client::new(&config);
    println!("{client:?}");
}
