//! EventBridge events of low-latency streaming.
//!
//! IVS sends events to the default event bus of the channel's account and region. Delivery is best
//! effort: an event may be late, missing, repeated or out of order. Compare [`Event::time`], treat
//! [`Event::id`] as the key against repetition, and ask `GetStream` or `GetStreamSession` where it
//! matters.
//!
//! Mistakes that public code makes, and what is right:
//!
//! - The channel's ARN is not in the detail: it is [`Event::channel_arn`]. `channel_name` is a
//!   label, which may be empty and need not be unique.
//! - Recording events have `recording_status`, and neither `event_name` nor `recording_state`: a
//!   rule on `event_name` matches none of them.
//! - A channel is live from [`StreamEvent::Start`] on, not from [`StreamEvent::SessionCreated`] on.
//! - A recording is complete with [`RecordingStatus::End`], which is late by the reconnect window.
//!
//! # Examples
//!
//! A handler of AWS Lambda takes the event as its payload:
//!
//! ```
//! use ivs_toolkit::events::{Detail, Event, StreamEvent};
//! use lambda_runtime::{Error, LambdaEvent};
//!
//! async fn handle(event: LambdaEvent<Event>) -> Result<(), Error> {
//!     let event = event.payload;
//!     if let (Detail::StreamState(state), Some(arn)) = (&event.detail, event.channel_arn()) {
//!         match state.event_name {
//!             StreamEvent::Start => println!("{arn} is live"),
//!             StreamEvent::End => println!("{arn} is offline"),
//!             _ => {}
//!         }
//!     }
//!     Ok(())
//! }
//!
//! # fn main() {
//! let handler = lambda_runtime::service_fn(handle);
//! # let _ = handler;
//! # }
//! ```
//!
//! An SQS message has the event as its body:
//!
//! ```
//! use aws_lambda_events::sqs::SqsEvent;
//! use ivs_toolkit::events::{Event, EventError};
//!
//! fn events(batch: &SqsEvent) -> impl Iterator<Item = Result<Event, EventError>> {
//!     let bodies = batch.records.iter().filter_map(|record| record.body.as_deref());
//!     bodies.map(|body| Event::from_json(body.as_bytes()))
//! }
//! # let _ = events(&SqsEvent::default()).count();
//! ```

mod ad_break;
mod detail;
mod envelope;
mod event;
mod limit_breach;
mod recording_state;
mod stream_health;
mod stream_state;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

pub use ad_break::{AdBreakEvent, AdBreakState};
pub use detail::Detail;
pub use event::{Event, EventError};
pub use limit_breach::{LimitBreach, LimitName};
pub use recording_state::{RecordingState, RecordingStatus};
pub use stream_health::{HealthEvent, StreamHealth};
pub use stream_state::{StreamEvent, StreamState};

/// Members that this version does not know, as they came.
pub type OtherMembers = Map<String, Value>;
