//! The steps to the state that each example assumes.

pub(crate) mod pages;

/// A step to the state of an example.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Runs the example with this operation and title.
    Example(&'static str, &'static str),
    /// Moves the clock to this time.
    At(&'static str),
    /// Creates the documented channel, with configurations.
    Channel {
        recording: Option<&'static str>,
        ads: Option<&'static str>,
    },
    /// Creates the second channel of the documentation.
    SecondChannel {
        recording: Option<&'static str>,
    },
    /// The encoder of the channel connects, and is live 5 seconds later. The stream has this id, or
    /// [`STREAM`].
    GoLive(Option<&'static str>),
    End,
    Fail,
    Starve,
    Viewers(i64),
    /// Ends the creation of the recording configuration.
    SettleRecording,
}

pub(crate) const CHANNEL: &str = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
pub(crate) const SECOND_CHANNEL: &str = "arn:aws:ivs:us-west-2:123456789012:channel/ijklIJKLmnop";
pub(crate) const SECOND_KEY: &str = "arn:aws:ivs:us-west-2:123456789012:stream-key/yzabYZABcdef";
pub(crate) const RECORDING: &str =
    "arn:aws:ivs:us-west-2:123456789012:recording-configuration/ghijGHIJklmn";
const ADS: &str = "arn:aws:ivs:us-west-2:123456789012:ad-configuration/wxyzWXYZabcd";
/// The stream that began on November 30, and the one of the day before.
pub(crate) const STREAM: &str = "st-1A2b3C4d5E6f7G8h9I0j1K2";
const EARLIER_STREAM: &str = "st-9Z8y7X6w5V4u3T2s1R0q9P8";

const CREATE_CHANNEL: Step = Step::Example("CreateChannel", "Create a public channel");
const CREATE_AD_CONFIGURATION: Step =
    Step::Example("CreateAdConfiguration", "Insert ads from MediaTailor");
const CREATE_RECORDING: Step = Step::Example("CreateRecordingConfiguration", "Record to a bucket");
const CREATE_POLICY: Step = Step::Example(
    "CreatePlaybackRestrictionPolicy",
    "Allow two countries and two sites",
);
const CREATE_SLATE: Step = Step::Example(
    "CreateFailoverSlateConfiguration",
    "Bridge interruptions of up to two minutes",
);
const IMPORT_KEY: Step = Step::Example("ImportPlaybackKeyPair", "Import a public key");
const RECORDED_CHANNEL: Step = Step::Channel {
    recording: Some(RECORDING),
    ads: None,
};
const EVENING: Step = Step::At("2026-11-30T18:00:00Z");
const GO_LIVE: Step = Step::GoLive(None);

/// Operation and title of each example, and the steps before it.
#[rustfmt::skip]
pub(crate) const SCENES: &[(&str, &str, &[Step])] = &[
    ("BatchGetChannel", "Fetch two channels, one of which is gone", &[CREATE_CHANNEL]),
    ("BatchGetStreamKey", "Fetch the keys of two channels", &[CREATE_CHANNEL, Step::SecondChannel { recording: None }]),
    ("BatchStartViewerSessionRevocation", "End the sessions of two viewers", &[CREATE_CHANNEL]),
    ("CreateAdConfiguration", "Insert ads from MediaTailor", &[]),
    ("CreateChannel", "Create a public channel", &[]),
    ("CreateChannel", "Create a private channel that is recorded", &[CREATE_RECORDING]),
    ("CreateFailoverSlateConfiguration", "Bridge interruptions of up to two minutes", &[]),
    ("CreatePlaybackRestrictionPolicy", "Allow two countries and two sites", &[]),
    ("CreateRecordingConfiguration", "Record to a bucket", &[]),
    ("CreateStreamKey", "Create a key after the old one was deleted", &[CREATE_CHANNEL, Step::Example("DeleteStreamKey", "Delete a key that leaked")]),
    ("CreateStreamKey", "Create a second key", &[CREATE_CHANNEL]),
    ("DeleteAdConfiguration", "Delete an ad configuration", &[CREATE_AD_CONFIGURATION]),
    ("DeleteChannel", "Delete a channel", &[CREATE_CHANNEL]),
    ("DeleteChannel", "Delete a channel that is live", &[CREATE_CHANNEL, GO_LIVE]),
    ("DeleteFailoverSlateConfiguration", "Delete a failover slate configuration", &[CREATE_SLATE]),
    ("DeletePlaybackKeyPair", "Delete a key pair", &[IMPORT_KEY]),
    ("DeletePlaybackRestrictionPolicy", "Delete a policy", &[CREATE_POLICY]),
    ("DeleteRecordingConfiguration", "Delete a recording configuration", &[CREATE_RECORDING, Step::SettleRecording]),
    ("DeleteRecordingConfiguration", "Delete a configuration that channels use", &[CREATE_RECORDING, Step::SettleRecording, RECORDED_CHANNEL]),
    ("DeleteStreamKey", "Delete a key that leaked", &[CREATE_CHANNEL]),
    ("GetAdConfiguration", "Get an ad configuration", &[CREATE_AD_CONFIGURATION]),
    ("GetChannel", "Get the address that viewers play", &[CREATE_CHANNEL]),
    ("GetChannel", "Get a channel that does not exist", &[CREATE_CHANNEL]),
    ("GetFailoverSlateConfiguration", "Check that a configuration has been created", &[CREATE_SLATE]),
    ("GetPlaybackKeyPair", "Identify a key by its fingerprint", &[IMPORT_KEY]),
    ("GetPlaybackRestrictionPolicy", "Get the rules of a policy", &[CREATE_POLICY]),
    ("GetRecordingConfiguration", "Check that a configuration can record", &[CREATE_RECORDING, Step::SettleRecording]),
    ("GetStream", "Count the viewers of a live channel", &[CREATE_CHANNEL, EVENING, GO_LIVE, Step::Viewers(1250)]),
    ("GetStream", "Find out that a channel is offline", &[CREATE_CHANNEL]),
    ("GetStreamKey", "Get the secret value of a key", &[CREATE_CHANNEL]),
    ("GetStreamSession", "Look into a broadcast that has ended", &[CREATE_CHANNEL, EVENING, GO_LIVE, Step::At("2026-11-30T19:30:00Z"), Step::End]),
    ("ImportPlaybackKeyPair", "Import a public key", &[]),
    ("ImportPlaybackKeyPair", "Import a key again", &[IMPORT_KEY]),
    ("InsertAdBreak", "Insert a break of one minute", &[CREATE_AD_CONFIGURATION, Step::Channel { recording: None, ads: Some(ADS) }, EVENING, GO_LIVE, Step::At("2026-11-30T18:45:00Z")]),
    ("InsertAdBreak", "Insert a break during another one", &[CREATE_AD_CONFIGURATION, Step::Channel { recording: None, ads: Some(ADS) }, EVENING, GO_LIVE, Step::At("2026-11-30T18:45:00Z"), Step::Example("InsertAdBreak", "Insert a break of one minute"), Step::At("2026-11-30T18:45:30Z")]),
    ("ListAdConfigurations", "List the ad configurations", &[CREATE_AD_CONFIGURATION]),
    ("ListChannels", "List the channels that a configuration records", &[CREATE_RECORDING, RECORDED_CHANNEL, Step::SecondChannel { recording: Some(RECORDING) }]),
    ("ListChannels", "Combine two filters", &[CREATE_RECORDING, RECORDED_CHANNEL]),
    ("ListFailoverSlateConfigurations", "List the failover slate configurations", &[CREATE_SLATE]),
    ("ListPlaybackKeyPairs", "List the key pairs", &[IMPORT_KEY]),
    ("ListPlaybackRestrictionPolicies", "List the policies", &[CREATE_POLICY]),
    ("ListRecordingConfigurations", "List the recording configurations", &[CREATE_RECORDING, Step::SettleRecording]),
    ("ListStreamKeys", "Find the key of a channel", &[CREATE_CHANNEL]),
    ("ListStreamSessions", "Find broadcasts with errors", &[CREATE_CHANNEL, Step::At("2026-11-29T17:59:55Z"), Step::GoLive(Some(EARLIER_STREAM)), Step::At("2026-11-29T18:04:30Z"), Step::Fail, EVENING, GO_LIVE]),
    ("ListStreams", "Find streams that receive too little data", &[CREATE_CHANNEL, EVENING, GO_LIVE, Step::Viewers(1250), Step::Starve]),
    ("ListTagsForResource", "List the tags of a channel", &[CREATE_CHANNEL, Step::Example("TagResource", "Add a tag")]),
    ("PutMetadata", "Show a poll to all viewers", &[CREATE_CHANNEL, GO_LIVE]),
    ("PutMetadata", "Send metadata to a channel that is offline", &[CREATE_CHANNEL]),
    ("StartViewerSessionRevocation", "End the sessions of a viewer", &[CREATE_CHANNEL]),
    ("StopStream", "Stop a broadcast", &[CREATE_CHANNEL, GO_LIVE]),
    ("StopStream", "Stop a channel that is offline", &[CREATE_CHANNEL]),
    ("TagResource", "Add a tag", &[CREATE_CHANNEL]),
    ("UntagResource", "Remove a tag", &[CREATE_CHANNEL, Step::Example("TagResource", "Add a tag")]),
    ("UpdateAdConfiguration", "Add ads for members, and at the end of broadcasts", &[CREATE_AD_CONFIGURATION]),
    ("UpdateChannel", "Stop recording a channel", &[CREATE_RECORDING, RECORDED_CHANNEL]),
    ("UpdateChannel", "Update a channel that is live", &[CREATE_CHANNEL, GO_LIVE]),
    ("UpdateFailoverSlateConfiguration", "Show the slate for longer", &[CREATE_SLATE, Step::Example("GetFailoverSlateConfiguration", "Check that a configuration has been created")]),
    ("UpdatePlaybackRestrictionPolicy", "Allow another country", &[CREATE_POLICY]),
];
