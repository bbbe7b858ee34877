//! The programs on a machine without AWS account: they call a fake that they start.

use std::collections::BTreeSet;

use regex::Regex;

use crate::{program, stdout};

const CHANNEL: &str = "arn:aws:ivs:us-east-1:123456789012:channel/[A-Za-z0-9]{12}";

/// Runs a program; its output must match the pattern, in which `CHANNEL` stands for an ARN.
fn run(name: &str, stdin: &str, pattern: &str) {
    let output = stdout(program(name), stdin);
    let pattern = format!("^{}$", pattern.replace("CHANNEL", CHANNEL));
    let matches = Regex::new(&pattern).expect("a pattern").is_match(&output);
    assert!(matches, "{name}: {output}");
}

#[test]
fn ad_breaks_inserts_a_break() {
    let attached = "attached arn:aws:ivs:us-east-1:123456789012:ad-configuration/[A-Za-z0-9]{12}\n";
    let pattern = "(waiting for the broadcast\n)+break [A-Za-z0-9]{12} begins at Some(.+)\n";
    run("ad_breaks", "", &format!("{attached}{pattern}"));
}

#[test]
fn failover_slate_attaches_a_configuration() {
    let arn = "arn:aws:ivs:us-east-1:123456789012:failover-slate-configuration/[A-Za-z0-9]{12}";
    let pattern = format!("{arn} is used from the next broadcast on\n");
    run("failover_slate", "", &pattern);
}

#[test]
fn go_live_follows_a_broadcast_to_its_end() {
    run(
        "go_live",
        "",
        "channel:  CHANNEL\n\
         server:   rtmps://[a-f0-9]{12}\\.global-contribute\\.live-video\\.net:443/app/\n\
         key:      sk_us-east-1_[A-Za-z0-9_]+\n\
         playback: https://[a-f0-9]{12}\\.us-east-1\\.playback\\.live-video\\.net/\\S+\\.m3u8\n\
         waiting for the encoder\n\
         live\n\
         (health HEALTHY, 12 viewers\n)+\
         the broadcast has ended\n",
    );
}

#[test]
fn list_channels_lists_the_channel() {
    run(
        "list_channels",
        "",
        "CHANNEL lobby \\(public\\)\n1 channels\n",
    );
}

#[test]
fn private_playback_signs_a_token() {
    let token = r"[\w-]+\.[\w-]+\.[\w-]{128}";
    let pattern = format!("https://\\S+\\.channel\\.[A-Za-z0-9]{{12}}\\.m3u8\\?token={token}\n");
    run("private_playback", "", &pattern);
}

#[test]
fn recordings_waits_until_the_configuration_is_active() {
    let arn = "arn:aws:ivs:us-east-1:123456789012:recording-configuration/[A-Za-z0-9]{12}";
    let pattern = format!("{arn} records the channel from its next broadcast on\n");
    run("recordings", "", &pattern);
}

#[test]
fn testing_stops_a_stream() {
    run("testing", "", "stopped\n");
}

#[test]
fn timed_metadata_sends_lines() {
    run("timed_metadata", "{\"score\": 1}\n\nlast line", "");
}

#[test]
fn every_program_is_run() {
    let source = include_str!("unconfigured.rs");
    let names = Regex::new("run\\(\\s*\"([a-z_]+)\"").expect("a pattern");
    let run: BTreeSet<&str> = names
        .captures_iter(source)
        .filter_map(|captures| captures.get(1))
        .map(|name| name.as_str())
        .collect();
    let table = Regex::new(r"(?m)^//! \| `([a-z_]+)` \|").expect("a pattern");
    let listed: BTreeSet<&str> = table
        .captures_iter(include_str!("../../lib.rs"))
        .filter_map(|captures| captures.get(1))
        .map(|name| name.as_str())
        .collect();
    assert_eq!((run, listed.len()), (listed, 8));
}
