//! Each kind of finding that a person can come to see is in a golden.

use crate::files;
use crate::golden::{self, Golden};
use codegen::Code;

/// What no input of a golden leads to, and why.
const FAULTS: [(Code, &str); 3] = [
    (
        Code::ProtocolTest,
        "protocol tests are read by `conformance`, not by `generate`; the tests of lowering hold it",
    ),
    (
        Code::InvalidRust,
        "an emitter would have to make tokens that are not Rust",
    ),
    (
        Code::Template,
        "a template would have to ask for what it is not given",
    ),
];

#[test]
fn each_kind_of_finding_is_in_a_golden() {
    // What is expected may be on its way to the disk.
    if golden::rewriting() {
        return;
    }
    let goldens = Golden::all();
    let texts: String = goldens
        .iter()
        .map(|golden| golden.folder().join("expected.err"))
        .filter(|path| path.exists())
        .map(|path| files::text(&path))
        .collect();
    let mut faults = Vec::new();
    for code in Code::ALL {
        let is_shown = texts.contains(&format!("error[{}]: ", code.as_str()));
        let why_not = FAULTS.iter().find(|(fault, _)| fault == code);
        match why_not {
            None if !is_shown => {
                faults.push(format!("{}: in no expected.err ({code:?})", code.as_str()))
            }
            Some((_, why)) if is_shown => {
                faults.push(format!("{}: shown, but {why}", code.as_str()));
            }
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
