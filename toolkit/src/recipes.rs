//! Flows of several calls.
//!
//! Each recipe can be repeated after a crash or an error at any point, and then completes the work.
//! Its documentation states what viewers and encoders see until then.
//!
//! # Examples
//!
//! ```
//! use ivs_toolkit::recipes::{self, LiveStatus};
//!
//! async fn goal(client: &ivs_sdk::Client, channel_arn: &str) -> Result<(), recipes::Error> {
//!     if let LiveStatus::Live(stream) = recipes::live_status(client, channel_arn).await? {
//!         println!("{} viewers", stream.viewer_count());
//!         recipes::put_metadata(client, channel_arn, ["goal"]).await?;
//!     }
//!     Ok(())
//! }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let fake = ivs_fake::Fake::start();
//! # let client = ivs_sdk::Client::from_conf(fake.config().build());
//! # client.create_channel().send().await?;
//! # let channel = fake.control().overview().channels.remove(0).arn;
//! # fake.control().go_live(&channel, ivs_fake::Encoder::default())?;
//! # Ok(goal(&client, &channel).await?)
//! # }
//! ```

mod batch;
mod channel;
mod error;
mod live;
mod metadata;
mod record;
mod stream_key;
mod tags;
mod viewers;

pub use batch::{Batch, get_channels, get_stream_keys};
pub use channel::delete_channel;
pub use error::Error;
pub use live::{LiveStatus, live_status};
pub use metadata::put_metadata;
pub use record::record_to;
pub use stream_key::reset_stream_key;
pub use tags::{TagChanges, TagFault, sync_tags};
pub use viewers::{Viewer, revoke_viewers};
