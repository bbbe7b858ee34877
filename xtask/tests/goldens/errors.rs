//! Every diagnostic code that a user can see is in a golden.

use codegen::Code;

use crate::files;
use crate::golden::{self, Golden};

/// The codes that no golden can show, and why.
const NOT_SHOWN: [(Code, &str); 3] = [
    (
        Code::ProtocolTest,
        "`conformance` reads protocol tests, `generate` does not; the tests of lowering cover it",
    ),
    (
        Code::InvalidRust,
        "an emitter would have to emit tokens that are not Rust",
    ),
    (
        Code::Template,
        "a template would have to use a variable that it is not given",
    ),
];

#[test]
fn every_diagnostic_code_is_in_a_golden() {
    // The expected files may not be written yet.
    if golden::is_rewriting() {
        return;
    }
    let goldens = Golden::all();
    let messages: String = goldens
        .iter()
        .flat_map(|golden| ["expected.err", "expected.warn"].map(|name| golden.folder().join(name)))
        .filter_map(|file| files::existing(&file))
        .collect();
    let mut faults = Vec::new();
    for code in Code::ALL {
        let is_shown = messages.contains(&format!("[{}]: ", code.as_str()));
        let reason = NOT_SHOWN.iter().find(|(hidden, _)| hidden == code);
        match reason {
            None if !is_shown => faults.push(format!(
                "{}: in no expected.err or expected.warn ({code:?})",
                code.as_str()
            )),
            Some((_, reason)) if is_shown => {
                faults.push(format!("{}: shown, but {reason}", code.as_str()));
            }
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
