//! The program `ivs-fake`.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

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
        let mut child = child.expect("the program");
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

    /// Asks the program to stop, and returns what it printed.
    fn stop(mut self) -> (bool, String) {
        let id = self.child.id().to_string();
        let killed = Command::new("kill").args(["-TERM", &id]).status();
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

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_state_file_survives_a_restart() {
    let path = scratch("state.json");
    let path = path.to_str().expect("a path in UTF-8");
    let program = Program::start(&["--state", path, "--seed", "7"]);
    let created = program
        .client("any")
        .create_channel()
        .name("kept")
        .send()
        .await;
    let created = created.expect("a channel");
    let arn = created
        .channel()
        .and_then(|channel| channel.arn())
        .expect("an ARN");
    assert_eq!(program.stop(), (true, String::new()));

    let program = Program::start(&["--state", path]);
    let found = program.client("any").get_channel().arn(arn).send().await;
    assert_eq!(found.expect("the channel").channel, created.channel);
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
async fn quotas_enforce_call_rates() {
    let program = Program::start(&["--quotas"]);
    let endpoint = program.endpoint.clone();
    let client = program.client("any");
    let mut throttled = false;
    for _ in 0..50 {
        let config = client.config().to_builder();
        let config = config.retry_config(ivs_sdk::config::retry::RetryConfig::disabled());
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
}
