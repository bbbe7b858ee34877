//! The fake in the state that an example assumes.

use std::time::{Duration, UNIX_EPOCH};

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use ivs_fake::{Clock, Encoder, Fake};
use ivs_sdk::Client;
use ivs_sdk::config::Region;

use crate::documented::{Documented, Outcome};
use crate::examples::{BLOCKS, EXAMPLES};
use crate::scenes::pages::BLOCK_SCENES;
use crate::scenes::{CHANNEL, RECORDING, SCENES, SECOND_CHANNEL, SECOND_KEY, STREAM, Step};
use crate::translator::Translator;

/// A fake, and a client that uses the names of the documentation.
struct Scene {
    fake: Fake,
    client: Client,
    translator: Translator,
}

/// Runs an example in its scene.
///
/// # Panics
/// If it fails, or does not send its request.
pub(crate) async fn run(operation: &str, title: &str) {
    let mut scenes = SCENES.iter();
    let scene = scenes.find(|scene| (scene.0, scene.1) == (operation, title));
    let Some((_, _, steps)) = scene else {
        panic!("{operation}, {title:?}: add its scene to scenes.rs");
    };
    let scene = Scene::new();
    for step in *steps {
        scene.take(step).await;
    }
    scene.example(operation, title).await;
}

/// Runs a block of a page in its scene. Its requests must get the responses of the scene.
///
/// # Panics
/// If it fails, or gets other responses.
pub(crate) async fn run_block(page: &str, number: usize) {
    let mut scenes = BLOCK_SCENES.iter();
    let scene = scenes.find(|scene| (scene.0, scene.1) == (page, number));
    let Some((_, _, steps, codes)) = scene else {
        panic!("{page}, block {number}: add its scene to scenes/pages.rs");
    };
    let mut blocks = BLOCKS.iter();
    let block = blocks.find(|block| (block.page, block.number) == (page, number));
    let block = block.expect("a block");
    let scene = Scene::new();
    for step in *steps {
        scene.take(step).await;
    }
    scene.translator.with(|dictionary| dictionary.codes.clear());
    if let Err(error) = (block.run)(scene.client.clone()).await {
        panic!("{page}, block {number}: {error:?}");
    }
    let responses = scene.translator.with(|dictionary| dictionary.codes.clone());
    assert_eq!(responses, *codes, "{page}, block {number}");
}

impl Scene {
    fn new() -> Self {
        let clock = Clock::Manual {
            now_ms: millis("2026-11-29T00:00:00Z"),
            step_ms: 0,
        };
        let fake = Fake::builder().seed(1).clock(clock).strict(true).start();
        let fake = fake.expect("a fake without a state file");
        let translator = Translator::default();
        let config = fake.config().region(Region::new("us-west-2"));
        let client = Client::from_conf(config.interceptor(translator.clone()).build());
        Self {
            fake,
            client,
            translator,
        }
    }

    async fn take(&self, step: &Step) {
        let control = self.fake.control();
        let channel = self.invented(CHANNEL);
        match step {
            Step::Example(operation, title) => self.example(operation, title).await,
            Step::At(time) => {
                let now = control.now().duration_since(UNIX_EPOCH).expect("a time");
                let time = u64::try_from(millis(time)).expect("a time");
                let duration = Duration::from_millis(time) - now;
                control.advance(duration).expect("the time");
            }
            Step::Channel { recording, ads } => {
                let create = self.client.create_channel().name("launch-show");
                let create = create.tags("team", "events");
                let create = create.set_recording_configuration_arn(owned(*recording));
                let output = create.set_ad_configuration_arn(owned(*ads)).send().await;
                let output = output.expect("a channel");
                let created = output.channel().and_then(|channel| channel.arn());
                self.bind(created, CHANNEL);
            }
            Step::SecondChannel { recording } => {
                let create = self.client.create_channel().name("backstage");
                let create = create.authorized(recording.is_some());
                let create = create.set_recording_configuration_arn(owned(*recording));
                let output = create.send().await.expect("a channel");
                let created = output.channel().and_then(|channel| channel.arn());
                self.bind(created, SECOND_CHANNEL);
                self.bind(output.stream_key().and_then(|key| key.arn()), SECOND_KEY);
            }
            Step::GoLive(stream) => {
                let encoder = Encoder {
                    ingest: Some(documented_ingest()),
                    connecting: Duration::from_secs(5),
                    ..Encoder::default()
                };
                let connecting = encoder.connecting;
                let id = control.go_live(&channel, encoder).expect("connected");
                control.advance(connecting).expect("live");
                self.bind(Some(&id), stream.unwrap_or(STREAM));
            }
            Step::End => control.end(&channel).expect("the channel was live"),
            Step::Fail => control.fail(&channel, None).expect("the stream fails"),
            Step::Starve => control.starve(&channel, false).expect("live"),
            Step::Viewers(count) => control.viewers(&channel, *count).expect("live"),
            Step::SettleRecording => {
                let arn = self.invented(RECORDING);
                control.settle(&arn, false).expect("it is being created");
            }
        }
    }

    /// Runs an example in the current state.
    async fn example(&self, operation: &str, title: &str) {
        let mut all = EXAMPLES.iter();
        let example = all.find(|example| (example.operation, example.title) == (operation, title));
        let example = example.unwrap_or_else(|| panic!("{operation} has no example {title:?}"));
        let documented = Documented::find(operation, title).outcome;
        self.translator
            .with(|dictionary| dictionary.next = Some(documented));
        if let Err(error) = (example.run)(self.client.clone()).await {
            panic!("{operation}, {title:?}: {error:?}");
        }
        let unused = self.translator.with(|dictionary| dictionary.next.take());
        assert!(unused.is_none(), "{operation}, {title:?} sent no request");
    }

    /// Lets the last part of an ARN, or an id, stand for that of the documentation.
    fn bind(&self, invented: Option<&str>, documented: &str) {
        let invented = last_part(invented.expect("a name"));
        let bound = self
            .translator
            .with(|dictionary| dictionary.names.bind(invented, last_part(documented)));
        bound.expect("a new name");
    }

    /// Returns the ARN that the service knows.
    fn invented(&self, documented: &str) -> String {
        self.translator
            .with(|dictionary| dictionary.names.to_service(documented))
    }
}

fn owned(string: Option<&str>) -> Option<String> {
    string.map(str::to_owned)
}

fn last_part(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

/// Returns the time in milliseconds since the epoch.
fn millis(time: &str) -> i64 {
    let time = DateTime::from_str(time, Format::DateTime).expect("a time");
    time.to_millis().expect("a time of this era")
}

/// Returns the tracks of the documented broadcast.
fn documented_ingest() -> ivs_fake::Ingest {
    let example = Documented::find("GetStreamSession", "Look into a broadcast that has ended");
    let Outcome::Output(output) = example.outcome else {
        panic!("the example has an output");
    };
    let ingest = output["streamSession"]["ingestConfigurations"].clone();
    serde_json::from_value(ingest).expect("tracks")
}
