// The method that `mock_client!` calls, without the feature `test-util`.

use ivs_sdk::Config;

fn main() {
    let config = Config::builder().with_test_defaults_v2().build();
    println!("{config:?}");
}
