use crate::testing::{assert_lines, files};

#[test]
fn modules_with_names_of_devices_have_other_files() {
    let files = files(
        r#"{
        "Service": {"operations": ["Prn"]},
        "Prn": {"type": "operation", "input": "In", "output": "Out", "errors": ["Lpt1"],
            "traits": {"http": {"method": "GET", "uri": "/"},
                "paginated": {"inputToken": "from", "outputToken": "next"},
                "smithy.waiters#waitable": {"Com9": {"acceptors": [
                    {"state": "success", "matcher": {"success": true}}]}}}},
        "In": {"members": {"from": {"target": "String", "traits": {"httpQuery": "from"}}}},
        "Out": {"members": {"next": "String", "con": "Con", "aux": "Aux", "nul": "Nul"}},
        "Con": {"type": "structure", "members": {"a": "String"}},
        "Aux": {"type": "enum", "members": {"A": "Unit"}},
        "Nul": {"type": "union", "members": {"a": "String"}},
        "Lpt1": {"type": "structure", "traits": {"error": "client"}}
    }"#,
    );
    for (declaring, file, declaration) in [
        ("src/operation.rs", "operation/prn_.rs", "pub mod prn;"),
        (
            "src/operation/prn_.rs",
            "prn_/builders.rs",
            "pub mod builders;",
        ),
        (
            "src/operation/prn_.rs",
            "prn_/paginator.rs",
            "pub mod paginator;",
        ),
        ("src/types.rs", "types/con_.rs", "mod con;"),
        ("src/types.rs", "types/aux_.rs", "mod aux;"),
        ("src/types.rs", "types/nul_.rs", "mod nul;"),
        ("src/types/error.rs", "error/lpt1_.rs", "mod lpt1;"),
        ("src/waiters.rs", "waiters/com9_.rs", "pub mod com9;"),
    ] {
        let attribute = format!("#[path = \"{file}\"]");
        assert_lines(&files[declaring], &[&attribute, declaration]);
        let (folder, _) = declaring.rsplit_once('/').expect("a folder");
        let path = format!("{folder}/{file}");
        assert!(files.contains_key(&path), "{path}");
    }
    let devices = [
        "prn", "prn.rs", "con.rs", "aux.rs", "nul.rs", "lpt1.rs", "com9.rs",
    ];
    let is_device = |path: &&String| path.split('/').any(|part| devices.contains(&part));
    assert_eq!(files.keys().find(is_device), None);
}
