//! Tests of the state file.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use super::*;
use crate::service::persistence;
use crate::service::saver::Saver;
use crate::service::state::State;

/// A folder that is removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = format!("ivs-fake-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(folder);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("state.json")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn state_survives_restarts() {
    let folder = Folder::new("restart");
    let open = || Service::open(options(), folder.file()).unwrap();
    let service = open();
    assert!(!folder.file().exists());
    let recording = recording_configuration(&service, json!({}));
    let arn = live_channel(&service, json!({ "recordingConfigurationArn": recording }));
    channel(&service, json!({}));
    import_key(&service, 1);
    advance(&service, 1);
    let page = call(&service, "ListChannels", json!({ "maxResults": 1 }));
    let events = service.control().events();
    drop(service);

    let service = open();
    assert_eq!(service.control().events(), events);
    call(&service, "GetStream", json!({ "channelArn": arn }));
    let input = json!({ "nextToken": page["nextToken"] });
    let rest = call(&service, "ListChannels", input);
    assert_eq!(rest["channels"].as_array().unwrap().len(), 1);
    let import = json!({ "publicKeyMaterial": public_key(1) });
    assert_eq!(
        error(&service, "ImportPlaybackKeyPair", import),
        "ConflictException"
    );
    advance(&service, 1);
    let input = json!({ "arn": recording });
    let output = call(&service, "GetRecordingConfiguration", input);
    assert_eq!(output["recordingConfiguration"]["state"], "ACTIVE");
    let before = channel(&service, json!({}));
    drop(service);

    let after = channel(&open(), json!({}));
    assert_ne!(before, after);
    let files: Vec<_> = std::fs::read_dir(&folder.0).unwrap().collect();
    assert_eq!(files.len(), 1, "{files:?}");
}

#[test]
fn unreadable_files_are_left_alone() {
    let folder = Folder::new("unreadable");
    for (text, message) in [
        ("", "is not a state file of ivs-fake"),
        ("{}", "is not a state file of ivs-fake"),
        ("[1, 2", "is not a state file of ivs-fake"),
        (
            r#"{"version":1,"state":{}}"#,
            "is not a state file of ivs-fake",
        ),
        (r#"{"version":2,"state":{}}"#, "has version 2"),
    ] {
        std::fs::write(folder.file(), text).unwrap();
        let error = Service::open(options(), folder.file()).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
        assert!(error.to_string().contains("state.json"), "{error}");
        assert_eq!(std::fs::read_to_string(folder.file()).unwrap(), text);
    }
    std::fs::write(folder.file(), b"\xff").unwrap();
    let error = Service::open(options(), folder.file()).unwrap_err();
    assert!(
        error.to_string().contains("cannot read the state file"),
        "{error}"
    );
}

/// Returns the number of channels in the file, which must be complete.
fn channels_in(file: &std::path::Path) -> Option<usize> {
    let state = persistence::load(file).unwrap()?;
    state
        .scopes
        .values()
        .next()
        .map(|scope| scope.channels.len())
}

#[test]
fn unwritable_file_is_an_error_of_the_next_change() {
    let folder = Folder::new("unwritable");
    let service = Service::open(options(), folder.file()).unwrap();
    channel(&service, json!({}));
    service.save().unwrap();
    std::fs::remove_dir_all(&folder.0).unwrap();
    service.save().expect("nothing has changed");
    channel(&service, json!({}));
    let message = service.save().unwrap_err().to_string();
    assert!(message.contains("cannot write the state file"), "{message}");
    assert_eq!(
        error(&service, "CreateChannel", json!({})),
        "InternalServerException"
    );
    assert_eq!(service.control().viewers("", 1).unwrap_err().status(), 500);
    call(&service, "ListChannels", json!({}));

    std::fs::create_dir_all(&folder.0).unwrap();
    service.save().unwrap();
    channel(&service, json!({}));
    drop(service);
    assert_eq!(channels_in(&folder.file()), Some(4));
}

#[test]
fn dropping_the_service_writes_all_changes() {
    let folder = Folder::new("drop");
    for round in 1..=5 {
        let service = Service::open(options(), folder.file()).unwrap();
        for _ in 0..20 {
            channel(&service, json!({}));
        }
        drop(service);
        assert_eq!(channels_in(&folder.file()), Some(20 * round));
    }
}

#[test]
fn readers_find_complete_states_in_order() {
    let folder = Folder::new("readers");
    let service = Service::open(options(), folder.file()).unwrap();
    let done = AtomicBool::new(false);
    let states = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut counts = Vec::new();
            while !done.load(Ordering::Relaxed) {
                counts.extend(channels_in(&folder.file()));
            }
            counts
        });
        for index in 0..300 {
            channel(&service, json!({}));
            if index % 10 == 0 {
                service.save().unwrap();
                assert!(channels_in(&folder.file()) > Some(index));
            }
        }
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    assert!(states.is_sorted(), "{states:?}");
    assert!(!states.is_empty());
}

#[test]
fn requests_do_not_wait_for_a_write_and_are_written_together() {
    static DISK: Mutex<()> = Mutex::new(());
    static WRITES: AtomicUsize = AtomicUsize::new(0);
    let folder = Folder::new("slow");
    let options = options();
    let state = Arc::new(Mutex::new(State::new(&options)));
    let saver = Saver::start(
        folder.file(),
        |path, state| {
            let _disk = DISK.lock().unwrap();
            WRITES.fetch_add(1, Ordering::Relaxed);
            persistence::save(path, state)
        },
        Arc::clone(&state),
    );
    let service = Service {
        options,
        state,
        saver: Some(saver.unwrap()),
    };
    let disk = DISK.lock().unwrap();
    for _ in 0..200 {
        channel(&service, json!({}));
    }
    assert_eq!(WRITES.load(Ordering::Relaxed), 0);
    assert_eq!(channels_in(&folder.file()), None);
    drop(disk);
    service.save().unwrap();
    assert_eq!(channels_in(&folder.file()), Some(200));
    // The first write may have begun before the last request.
    assert!(WRITES.load(Ordering::Relaxed) <= 2);
}

#[test]
fn waiting_callers_of_save_are_all_served() {
    let folder = Folder::new("callers");
    let service = Service::open(options(), folder.file()).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..5 {
                    channel(&service, json!({}));
                    service.save().unwrap();
                }
            });
        }
    });
    assert_eq!(channels_in(&folder.file()), Some(40));
}

#[test]
fn reset_empties_the_file_too() {
    let folder = Folder::new("reset");
    let service = Service::open(options(), folder.file()).unwrap();
    let first = channel(&service, json!({}));
    service.control().reset().unwrap();
    drop(service);
    let service = Service::open(options(), folder.file()).unwrap();
    assert_eq!(
        call(&service, "ListChannels", json!({})),
        json!({ "channels": [] })
    );
    assert_eq!(channel(&service, json!({})), first);
}
