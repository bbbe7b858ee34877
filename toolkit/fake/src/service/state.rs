//! The state of the fake: plain data, as it is stored in a file.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

use super::ad_configuration::AdConfiguration;
use super::channel::Channel;
use super::clock::{Clock, Timestamp};
use super::context::Context;
use super::control::QueuedFault;
use super::event::Event;
use super::failover_slate::FailoverSlateConfiguration;
use super::ids::Ids;
use super::manifest::StoredObject;
use super::options::Options;
use super::playback_key_pair::PlaybackKeyPair;
use super::playback_restriction_policy::PlaybackRestrictionPolicy;
use super::quota::Rates;
use super::recording::Recording;
use super::recording_configuration::RecordingConfiguration;
use super::session::Session;
use super::stream_key::StreamKey;
use super::table::Table;
use super::timer::Timers;

/// The state of all accounts and regions.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct State {
    pub(crate) scopes: BTreeMap<String, Scope>,
    pub(crate) world: World,
}

/// The state that accounts and regions share.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct World {
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
    /// The number of the next broadcast: positions in lists of streams.
    pub(crate) next_broadcast: u64,
    pub(crate) timers: Timers,
    pub(crate) events: VecDeque<Event>,
    pub(crate) objects: VecDeque<StoredObject>,
    pub(crate) faults: Vec<QueuedFault>,
    /// The calls of the current second, which are not worth keeping.
    #[serde(skip)]
    pub(crate) rates: Rates,
}

/// The resources of an account in a region.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Scope {
    pub(crate) account: String,
    pub(crate) region: String,
    pub(crate) ad_configurations: Table<AdConfiguration>,
    pub(crate) channels: Table<Channel>,
    pub(crate) failover_slates: Table<FailoverSlateConfiguration>,
    pub(crate) playback_key_pairs: Table<PlaybackKeyPair>,
    pub(crate) playback_restriction_policies: Table<PlaybackRestrictionPolicy>,
    pub(crate) recording_configurations: Table<RecordingConfiguration>,
    pub(crate) stream_keys: Table<StreamKey>,
    /// The stream keys of each channel, by ARN.
    pub(crate) keys_of_channels: BTreeMap<String, Vec<String>>,
    /// The broadcasts of each channel, oldest first. They outlive their channel.
    pub(crate) sessions: BTreeMap<String, Vec<Session>>,
    /// The channels with a connected encoder, by the number of the broadcast.
    pub(crate) connected: BTreeMap<u64, String>,
    /// The recording of each channel that is running, or may be continued.
    pub(crate) recordings: BTreeMap<String, Recording>,
    /// The highest revoked version of each viewer, by channel.
    pub(crate) revocations: BTreeMap<String, BTreeMap<String, i64>>,
    /// The single-use UUIDs of the tokens that were used, with the second in which they expire.
    pub(crate) spent_tokens: BTreeMap<String, i64>,
}

impl State {
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            scopes: BTreeMap::new(),
            world: World {
                clock: options.clock,
                ids: Ids::new(options.seed),
                next_broadcast: 0,
                timers: Timers::default(),
                events: VecDeque::new(),
                objects: VecDeque::new(),
                faults: Vec::new(),
                rates: Rates::default(),
            },
        }
    }

    /// Returns the context of an account and region at the time `now`.
    pub(crate) fn context<'a>(
        &'a mut self,
        account: &str,
        region: &str,
        options: &'a Options,
        now: Timestamp,
    ) -> Context<'a> {
        let scope = self
            .scopes
            .entry(scope_key(account, region))
            .or_insert_with(|| Scope {
                account: account.to_owned(),
                region: region.to_owned(),
                ..Scope::default()
            });
        Context {
            scope,
            world: &mut self.world,
            options,
            now,
        }
    }

    /// Lets all that was due until now happen, in order and at its time. Returns the time.
    pub(crate) fn settle(&mut self, options: &Options) -> Timestamp {
        let now = self.world.clock.now();
        while let Some((due, timer)) = self.world.timers.next_due(now) {
            let Some(scope) = self.scopes.get_mut(&timer.scope) else {
                continue;
            };
            let mut context = Context {
                scope,
                world: &mut self.world,
                options,
                now: due,
            };
            timer.fire(&mut context);
        }
        now
    }
}

impl Scope {
    pub(crate) fn key(&self) -> String {
        scope_key(&self.account, &self.region)
    }
}

/// Returns the key of an account and region among the scopes.
pub(crate) fn scope_key(account: &str, region: &str) -> String {
    format!("{account}/{region}")
}
