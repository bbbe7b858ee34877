//! The server's side of the tests that Smithy publishes for restJson1, with its malformed requests
//! and its validation tests.
//!
//! The models are not part of this repository: without them, the test prints that it was skipped.

mod cases;
mod malformed;
mod params;
mod requests;
mod responses;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use codegen::{Options, RuntimeDependency, Source, Sources};
use serde_json::{Map, Value, json};

use crate::behaviour::{Behaviour, Caller, ServiceError};
use crate::wire::{Auth, Table, Wire};

/// Records the input of the last call.
#[derive(Default)]
struct Recorder(Mutex<Option<(String, Map<String, Value>)>>);

impl Behaviour for Recorder {
    fn call(
        &self,
        operation: &str,
        input: Map<String, Value>,
        _caller: &Caller,
    ) -> Result<Map<String, Value>, ServiceError> {
        let call = (operation.to_owned(), input);
        self.0
            .lock()
            .expect("no panic under the lock")
            .replace(call);
        Ok(Map::new())
    }
}

/// A model's service on the wire, with the model.
struct Suite {
    wire: Wire<Recorder>,
    shapes: Map<String, Value>,
}

/// The outcome of a suite.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: Vec<String>,
    /// The numbers of cases that are not for servers of this protocol, by reason.
    not_applicable: BTreeMap<String, usize>,
}

impl Tally {
    fn add(&mut self, id: &str, result: Result<(), String>) {
        match result {
            Ok(()) => self.passed += 1,
            Err(reason) => self.failed.push(format!("{id}: {reason}")),
        }
    }

    fn skip(&mut self, reason: &str) {
        *self.not_applicable.entry(reason.to_owned()).or_default() += 1;
    }

    fn report(&self, name: &str) -> String {
        let skipped: usize = self.not_applicable.values().sum();
        let applicable = self.passed + self.failed.len();
        let mut report = format!(
            "{name}: {} passed of {applicable}, {skipped} not applicable, {} in all\n",
            self.passed,
            applicable + skipped
        );
        for (reason, count) in &self.not_applicable {
            let _ = writeln!(report, "  {count} not applicable: {reason}");
        }
        for failure in &self.failed {
            let _ = writeln!(report, "  FAILED {failure}");
        }
        report
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Returns the folder of published models; `None` if this machine lacks them.
fn models() -> Option<PathBuf> {
    let reference = std::env::var_os("IVS_REFERENCE").map(PathBuf::from);
    let folder = reference
        .unwrap_or_else(|| root().join("../shared"))
        .join("models");
    folder.is_dir().then_some(folder)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns an overlay with the facts that clients need and a service of a test suite may lack.
fn overlay(shapes: &Map<String, Value>) -> Value {
    let mut services = shapes.iter();
    let service = services.find(|(_, shape)| shape["type"] == "service");
    let (id, shape) = service.expect("a service");
    let mut traits = json!({"smithy.api#title": "Test suite", "smithy.api#auth": []});
    let traits = traits.as_object_mut().expect("an object");
    traits.retain(|name, _| shape["traits"][name].is_null());
    if !shape["traits"]["aws.auth#sigv4"].is_null() {
        traits.remove("smithy.api#auth");
    }
    json!({"smithy": "2.0", "shapes": {id: {"type": "apply", "traits": traits}}})
}

impl Suite {
    fn new(model: &str) -> Self {
        let mut parsed: Value = serde_json::from_str(model).expect("a model");
        let Value::Object(shapes) = parsed["shapes"].take() else {
            panic!("a model has shapes")
        };
        let overlay = overlay(&shapes).to_string();
        let partitions = read(&root().join("model/partitions.json"));
        let source = |text| Source { name: "text", text };
        let sources = Sources {
            model: source(model),
            overlays: vec![source(&overlay)],
            partitions: source(&partitions),
        };
        let options = Options {
            crate_name: "suite".to_owned(),
            crate_version: "0.0.0".to_owned(),
            runtime: RuntimeDependency::Version("0.0.0".to_owned()),
            allowed_traits: Vec::new(),
            skip_unsupported: true,
        };
        let table = codegen::wire_table(&sources, &options);
        let table = table.unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
        let table = Table::parse(&table).unwrap_or_else(|error| panic!("{error}\n{table}"));
        Self {
            wire: Wire::new(
                table,
                Recorder::default(),
                Auth::off("123456789012"),
                Some(1),
            ),
            shapes,
        }
    }

    fn table(&self) -> &Arc<Table> {
        &self.wire.table
    }

    /// Takes the operation and input of the last call.
    fn call(&self) -> Option<(String, Map<String, Value>)> {
        let calls = &self.wire.behaviour().0;
        calls.lock().expect("no panic under the lock").take()
    }
}

#[test]
fn the_protocols_tests_for_servers_pass() {
    // Not captured by the test harness, so that the figures are always shown.
    let mut output = std::io::stderr();
    let Some(models) = models() else {
        let skipped = "SKIPPED the protocol's tests for servers: no models (set IVS_REFERENCE)";
        writeln!(output, "{skipped}").expect("a terminal");
        return;
    };
    for (name, least) in [("restjson1", 200), ("restjson1-validation", 84)] {
        let suite = Suite::new(&read(&models.join(format!("{name}.json"))));
        let mut tally = Tally::default();
        requests::run(&suite, &mut tally);
        responses::run(&suite, &mut tally);
        malformed::run(&suite, &mut tally);
        for _ in cases::event_streams(&suite) {
            tally.skip("for event streams, which the generator does not support");
        }
        let report = tally.report(name);
        write!(output, "{report}").expect("a terminal");
        assert!(tally.failed.is_empty(), "{report}");
        assert!(tally.passed >= least, "{report}");
    }
}
