//! The programs with arguments and environment, as for Amazon IVS; the state is looked at afterwards.

use std::process::Command;

use ivs_fake::{Denial, Encoder, Fake, Server};
use ivs_sdk::Client;
use ivs_sdk::types::RecordingConfigurationState;

use crate::{program, stdout};

/// A served fake with a channel.
struct Scene {
    fake: Fake,
    server: Server,
    client: Client,
    channel: String,
}

impl Scene {
    async fn new() -> Self {
        let fake = Fake::builder().strict(true).start().expect("a fake");
        let server = fake.serve().await.expect("a free port");
        let client = Client::from_conf(fake.config().build());
        let created = client.create_channel().name("show").send().await;
        let channel = created.expect("a channel").channel;
        let channel = channel.and_then(|channel| channel.arn).expect("an ARN");
        Self {
            fake,
            server,
            client,
            channel,
        }
    }

    /// Returns a command that runs a program for the channel.
    fn program(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = program(name);
        command
            .arg(&self.channel)
            .args(arguments)
            .env("AWS_ENDPOINT_URL_IVS", self.server.endpoint())
            .env("AWS_REGION", "us-east-1")
            .env("AWS_ACCESS_KEY_ID", "ivs-fake")
            .env("AWS_SECRET_ACCESS_KEY", "ivs-fake");
        command
    }
}

/// Runs a command while the test's runtime serves it.
async fn run(command: Command, stdin: &'static str) -> String {
    let task = tokio::task::spawn_blocking(move || stdout(command, stdin));
    task.await.expect("success")
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_of_private_playback_play() {
    let scene = Scene::new().await;
    let url = run(scene.program("private_playback", &[]), "").await;
    let control = scene.fake.control();
    control
        .go_live(&scene.channel, Encoder::default())
        .expect("live");
    let denial = |url: &str| {
        control
            .playback(url, None, None)
            .expect("a playback")
            .reason
    };
    assert_eq!(denial(url.trim_end()), None);
    let (bare, _) = url.split_once('?').expect("a token");
    assert_eq!(denial(bare), Some(Denial::TokenMissing));
}

#[tokio::test(flavor = "multi_thread")]
async fn recordings_attaches_an_active_configuration() {
    let scene = Scene::new().await;
    let command = scene.program("recordings", &["launch-show"]);
    let printed = run(command, "").await;
    let get = scene.client.get_channel().arn(&scene.channel).send().await;
    let channel = get.expect("a channel").channel.expect("a channel");
    let arn = channel.recording_configuration_arn().expect("an ARN");
    assert!(printed.starts_with(arn), "{printed}");
    let get = scene.client.get_recording_configuration().arn(arn);
    let output = get.send().await.expect("a configuration");
    let configuration = output.recording_configuration().expect("a configuration");
    assert_eq!(configuration.state(), &RecordingConfigurationState::Active);
    let destination = configuration.destination_configuration();
    let bucket = destination.and_then(|destination| destination.s3());
    assert_eq!(
        bucket.map(|bucket| bucket.bucket_name()),
        Some("launch-show")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn recordings_reports_an_unusable_bucket() {
    let scene = Scene::new().await;
    let mut command = scene.program("recordings", &["missing-bucket"]);
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.expect("it ends").expect("the program");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(stderr.contains("the bucket cannot be used"), "{stderr}");
    let list = scene.client.list_recording_configurations().send().await;
    let list = list.expect("a list");
    assert!(list.recording_configurations().is_empty(), "{list:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn testing_deletes_the_key_of_a_channel_and_ends_its_stream() {
    let scene = Scene::new().await;
    let control = scene.fake.control();
    control
        .go_live(&scene.channel, Encoder::default())
        .expect("live");
    for printed in ["stopped\n", "the channel was offline\n"] {
        assert_eq!(run(scene.program("testing", &[]), "").await, printed);
    }
    let list = scene.client.list_stream_keys().channel_arn(&scene.channel);
    let keys = list.send().await.expect("a list");
    assert!(keys.stream_keys().is_empty(), "{keys:?}");
    let channels = control.overview().channels;
    assert!(channels.iter().all(|channel| channel.stream.is_none()));
}

#[tokio::test(flavor = "multi_thread")]
async fn timed_metadata_fails_while_the_channel_is_offline() {
    let scene = Scene::new().await;
    let mut command = scene.program("timed_metadata", &[]);
    command.stdin(std::process::Stdio::piped());
    let task = tokio::task::spawn_blocking(move || {
        let mut child = command.stderr(std::process::Stdio::piped()).spawn()?;
        let mut pipe = child.stdin.take().expect("a pipe");
        std::io::Write::write_all(&mut pipe, b"goal\n")?;
        drop(pipe);
        child.wait_with_output()
    });
    let output = task.await.expect("it ends").expect("the program");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(stderr.contains("the channel is offline"), "{stderr}");
}
