//! The program `ivs-fake`.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::config::{BehaviorVersion, Credentials, Region};
use ivs_sdk::{Client, Config};

use crate::http;

/// A running program, killed when it is dropped.
struct Program {
    child: Child,
    endpoint: String,
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ivs-fake"));
    command.args(arguments);
    command
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let child = command(arguments).stdout(Stdio::piped()).spawn();
        Self::reading(child.expect("the program"))
    }

    /// Waits for the line with the URL.
    fn reading(mut child: Child) -> Self {
        let mut line = String::new();
        let stdout = child.stdout.as_mut().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let endpoint = line.trim_end().to_owned();
        assert!(endpoint.starts_with("http://127.0.0.1:"), "{line}");
        Self { child, endpoint }
    }

    fn client(&self, secret_key: &str) -> Client {
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new("ivs-fake", secret_key, None, None, "test"))
            .endpoint_url(&self.endpoint);
        Client::from_conf(config.build())
    }

    /// Asks the program to stop by a signal, and returns if it succeeded and what it printed.
    fn stop(mut self, signal: &str) -> (bool, String) {
        let id = self.child.id().to_string();
        let killed = Command::new("kill").args([signal, &id]).status();
        assert!(killed.expect("kill").success());
        let status = self.child.wait().expect("it ends");
        let mut rest = String::new();
        let stdout = self.child.stdout.as_mut().expect("a pipe");
        stdout.read_to_string(&mut rest).expect("text");
        (status.success(), rest)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns a path in the folder of this test.
fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ivs-fake");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    let _ = fs::remove_file(&path);
    path
}

fn failed(arguments: &[&str]) -> String {
    let Output {
        status,
        stdout,
        stderr,
    } = command(arguments).output().expect("the program");
    assert_eq!(status.code(), Some(2), "{arguments:?}");
    assert!(stdout.is_empty(), "{arguments:?}");
    String::from_utf8(stderr).expect("text")
}

/// Creates a channel and returns its ARN, or `None` if the program is killed.
async fn create(client: &Client, name: String) -> Option<String> {
    let output = client.create_channel().name(name).send().await.ok()?;
    output.channel()?.arn().map(str::to_owned)
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_state_file_survives_a_restart() {
    let path = scratch("state.json");
    let path = path.to_str().expect("a path in UTF-8");
    let mut arns = Vec::new();
    for signal in ["-TERM", "-INT", "-TERM"] {
        let program = Program::start(&["--state", path, "--seed", "7"]);
        let client = program.client("any");
        for arn in &arns {
            let found = client.get_channel().arn(arn).send().await;
            found.expect("the channel");
        }
        for index in 0..30 {
            let arn = create(&client, format!("kept-{index}")).await;
            arns.push(arn.expect("a channel"));
        }
        assert_eq!(program.stop(signal), (true, String::new()));
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_program_leaves_a_complete_earlier_state() {
    let path = scratch("killed.json");
    let path = path.to_str().expect("a path in UTF-8");
    let mut kept: Vec<String> = Vec::new();
    for round in 0..4 {
        let program = Program::start(&["--state", path]);
        let client = program.client("any");
        let client = Client::from_conf(
            client
                .config()
                .to_builder()
                .retry_config(RetryConfig::disabled())
                .build(),
        );
        let mut created = kept.clone();
        let killer = async {
            tokio::time::sleep(std::time::Duration::from_millis(150 + 70 * round)).await;
            program.stop("-KILL")
        };
        let creator = async {
            while let Some(arn) = create(&client, "killed".to_owned()).await {
                created.push(arn);
            }
        };
        let ((succeeded, _), ()) = tokio::join!(killer, creator);
        assert!(!succeeded);

        let program = Program::start(&["--state", path]);
        let pages = program.client("any").list_channels().into_paginator();
        let channels = pages.items().send().collect::<Result<Vec<_>, _>>().await;
        let channels = channels.expect("channels");
        let found: Vec<_> = channels
            .iter()
            .filter_map(|channel| channel.arn())
            .collect();
        // A channel whose response was lost may be the last one.
        let known = found.len().min(created.len());
        assert_eq!(found[..known], created[..known]);
        assert!(found.len() <= created.len() + 1);
        assert!(found.len() >= kept.len());
        kept = found.into_iter().map(str::to_owned).collect();
        assert_eq!(program.stop("-TERM"), (true, String::new()));
    }
    assert!(!kept.is_empty());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_state_file_that_cannot_be_written_is_reported() {
    let folder = scratch("removed");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("state.json");
    let child = command(&["--state", path.to_str().expect("a path in UTF-8")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut program = Program::reading(child.expect("the program"));
    fs::remove_dir_all(&folder).expect("removed");
    create(&program.client("any"), "lost".to_owned())
        .await
        .expect("a channel");
    let mut stderr = program.child.stderr.take().expect("a pipe");
    let (succeeded, _) = program.stop("-TERM");
    assert!(!succeeded);
    let mut message = String::new();
    stderr.read_to_string(&mut message).expect("text");
    assert!(message.contains("cannot write the state file"), "{message}");
}

#[tokio::test(flavor = "multi_thread")]
async fn strict_programs_know_one_pair_of_keys() {
    let program = Program::start(&["--strict"]);
    program
        .client("ivs-fake")
        .list_channels()
        .send()
        .await
        .expect("channels");
    let error = program
        .client("wrong")
        .list_channels()
        .send()
        .await
        .expect_err("an error");
    let code = ivs_sdk::error::ProvideErrorMetadata::code(&error);
    assert_eq!(code, Some("InvalidSignatureException"));
}

#[test]
fn manual_clocks_stand_until_they_are_advanced() {
    let program = Program::start(&["--manual-clock"]);
    for now in ["2026-01-01T00:00:05Z", "2026-01-01T00:00:10Z"] {
        let advanced = http::control(&program.endpoint, "advance", r#"{"seconds": 5}"#);
        assert_eq!(advanced, serde_json::json!({ "now": now }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seed_and_a_manual_clock_make_runs_equal() {
    let run = |seed: &'static str| async move {
        let program = Program::start(&["--seed", seed, "--manual-clock"]);
        let client = program.client("any");
        let arn = create(&client, "lobby".to_owned()).await.expect("an ARN");
        let target = serde_json::json!({ "channelArn": arn }).to_string();
        http::control(&program.endpoint, "go-live", &target);
        http::control(&program.endpoint, "advance", r#"{"seconds": 90}"#);
        let stream = client.get_stream().channel_arn(arn).send().await;
        http::control(&program.endpoint, "end", &target);
        let events = http::send(&program.endpoint, "GET", "/_fake/events", &[], "");
        format!("{:?} {}", stream.expect("a stream"), events.body)
    };
    let first = run("3").await;
    assert!(first.contains("2026-01-01T00:01:30Z"), "{first}");
    assert_eq!(first, run("3").await);
    assert_ne!(first, run("4").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn quotas_enforce_call_rates() {
    let program = Program::start(&["--quotas"]);
    let endpoint = program.endpoint.clone();
    let client = program.client("any");
    let mut throttled = false;
    for _ in 0..50 {
        let config = client.config().to_builder();
        let config = config.retry_config(RetryConfig::disabled());
        let call = Client::from_conf(config.build());
        throttled |= call.list_channels().send().await.is_err();
    }
    assert!(throttled);
    assert_eq!(http::control(&endpoint, "reset", ""), serde_json::json!({}));
}

#[test]
fn wrong_arguments_have_clear_messages() {
    let program = Program::start(&[]);
    let port = program.endpoint.rsplit(':').next().expect("a port");
    let taken = failed(&["--port", port]);
    assert!(
        taken.contains(&format!(
            "cannot listen on 127.0.0.1:{port}; choose another"
        )),
        "{taken}"
    );
    for (arguments, message) in [
        (&["--port", "70000"][..], "70000"),
        (&["--prot", "1"], "'--port'"),
        (&["--seed", "x"], "invalid digit"),
    ] {
        let error = failed(arguments);
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn unreadable_state_files_stay_as_they_are() {
    let path = scratch("broken.json");
    fs::write(&path, "{\"version\": 1, \"sta").expect("written");
    let name = path.to_str().expect("a path in UTF-8");
    let error = failed(&["--state", name]);
    assert!(error.contains(name), "{error}");
    assert_eq!(
        fs::read_to_string(&path).expect("text"),
        "{\"version\": 1, \"sta"
    );
    let error = failed(&["--state", env!("CARGO_TARGET_TMPDIR")]);
    assert!(error.contains("cannot read"), "{error}");
    let error = failed(&["--state", &format!("{name}.none/state.json")]);
    assert!(error.contains("cannot write the state file"), "{error}");
}
