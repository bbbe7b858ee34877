// A private field of an unhandled error. Use `ProvideErrorMetadata` for code and message.

use ivs_sdk::operation::get_stream::GetStreamError;

fn main() {
    if let GetStreamError::Unhandled(unhandled) = GetStreamError::unhandled("reason") {
        println!("{:?}", unhandled.meta);
    }
}
