// `?` in a function that returns the operation's error. `send` wraps that error in an `SdkError`;
// use `into_service_error`.

use ivs_sdk::Client;
use ivs_sdk::operation::stop_stream::{StopStreamError, StopStreamOutput};

async fn stop(client: &Client, arn: &str) -> Result<StopStreamOutput, StopStreamError> {
    let stopped = client.stop_stream().channel_arn(arn).send().await?;
    Ok(stopped)
}

fn main() {
    let _ = stop;
}
