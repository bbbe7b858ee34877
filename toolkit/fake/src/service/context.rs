//! The state that an operation sees: the resources of the caller's account and region, and the rest
//! of the fake.

use std::time::Duration;

use super::arn::{Arn, ResourceType};
use super::clock::Timestamp;
use super::options::Options;
use super::state::{Scope, World};
use super::timer::Timer;

/// The state that one call or timer sees and changes.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    pub(crate) scope: &'a mut Scope,
    pub(crate) world: &'a mut World,
    pub(crate) options: &'a Options,
    /// The time of the call: one call sees one time.
    pub(crate) now: Timestamp,
}

impl Context<'_> {
    /// Returns the ARN of a new resource in the caller's account and region.
    pub(crate) fn new_arn(&mut self, resource_type: ResourceType) -> String {
        let id = match resource_type {
            ResourceType::PlaybackKey => self.world.ids.uuid(),
            _ => self.world.ids.letters(12),
        };
        let Scope {
            account, region, ..
        } = &*self.scope;
        Arn {
            region,
            account,
            resource_type,
            id: &id,
        }
        .to_string()
    }

    /// Lets something happen in the caller's account and region later.
    pub(crate) fn schedule(&mut self, delay: Duration, timer: Timer) {
        self.world
            .timers
            .add(self.now.plus(delay), self.scope.key(), timer);
    }
}
