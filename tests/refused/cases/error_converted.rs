// `?` in a function that fails with the operation's error: what `send` gives is an `SdkError` around it, and
// `into_service_error` takes it out.

use ivs_sdk::Client;
use ivs_sdk::operation::stop_stream::{StopStreamError, StopStreamOutput};

async fn stop(client: &Client, arn: &str) -> Result<StopStreamOutput, StopStreamError> {
    let stopped = client.stop_stream().channel_arn(arn).send().await?;
    Ok(stopped)
}

fn main() {
    let _ = stop;
}
