// `Client::new` with the service's own configuration: that is `from_conf`; `new` takes what `aws-config` loads.

use ivs_sdk::{Client, Config};

fn main() {
    let config = Config::builder().build();
    let client = Client::new(&config);
    println!("{client:?}");
}
