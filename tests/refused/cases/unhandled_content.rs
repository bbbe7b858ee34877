// The inside of an unhandled error. `ProvideErrorMetadata` gives code and message.

use ivs_sdk::operation::get_stream::GetStreamError;

fn main() {
    if let GetStreamError::Unhandled(unhandled) = GetStreamError::unhandled("reason") {
        println!("{:?}", unhandled.meta);
    }
}
