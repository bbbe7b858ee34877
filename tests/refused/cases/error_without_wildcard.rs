// A match on all errors that an operation declares, without an arm for other errors.

use ivs_sdk::operation::get_stream::GetStreamError;

fn advice(error: &GetStreamError) -> &str {
    match error {
        GetStreamError::AccessDeniedException(_) => "ask for a permission",
        GetStreamError::ChannelNotBroadcasting(_) => "wait",
        GetStreamError::ResourceNotFoundException(_) => "look at the ARN",
        GetStreamError::ValidationException(_) => "look at the request",
    }
}

fn main() {
    println!("{}", advice(&GetStreamError::unhandled("reason")));
}
