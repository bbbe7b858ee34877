//! The form of events in JSON.

use std::borrow::Cow;

use aws_smithy_types::DateTime;
use serde::{Deserialize, Serialize};

use super::{Detail, Event, OtherMembers};
use crate::rfc3339;

/// An event in JSON, with the detail type beside the detail.
#[derive(Deserialize, Serialize)]
pub(super) struct Envelope<'a, D> {
    version: Cow<'a, str>,
    id: Cow<'a, str>,
    #[serde(rename = "detail-type")]
    pub(super) detail_type: Cow<'a, str>,
    source: Cow<'a, str>,
    account: Cow<'a, str>,
    #[serde(with = "rfc3339")]
    time: DateTime,
    region: Cow<'a, str>,
    #[serde(default)]
    resources: Cow<'a, [String]>,
    pub(super) detail: D,
    #[serde(flatten)]
    other: Cow<'a, OtherMembers>,
}

impl<'a, D> Envelope<'a, D> {
    pub(super) fn new(event: &'a Event, detail: D) -> Self {
        Self {
            version: Cow::Borrowed(&event.version),
            id: Cow::Borrowed(&event.id),
            detail_type: Cow::Borrowed(event.detail.detail_type()),
            source: Cow::Borrowed(&event.source),
            account: Cow::Borrowed(&event.account),
            time: event.time,
            region: Cow::Borrowed(&event.region),
            resources: Cow::Borrowed(&event.resources),
            detail,
            other: Cow::Borrowed(&event.other),
        }
    }

    /// Returns the event. If its detail is not `known`, it has the JSON of the detail.
    pub(super) fn into_event(self, known: Option<Detail>, json: String) -> Event {
        let detail_type = self.detail_type;
        Event {
            version: self.version.into_owned(),
            id: self.id.into_owned(),
            source: self.source.into_owned(),
            account: self.account.into_owned(),
            time: self.time,
            region: self.region.into_owned(),
            resources: self.resources.into_owned(),
            detail: known.unwrap_or_else(|| Detail::Other {
                detail_type: detail_type.into_owned(),
                json,
            }),
            other: self.other.into_owned(),
        }
    }
}
