use super::*;
use crate::test_folder::Folder;
#[test]
fn tmp_ivs() {
    let folder = Folder::new("ivs");
    let models = path::root().join("../../shared/models");
    let args = |name: &str| Args {
        from: models.join(name),
        partitions: Some(models.join("partitions-2026-11.json")),
        date: None,
        dry_run: false,
        allow_older: false,
        report: None,
    };
    folder.put("model/overlay/x.md", "");
    folder.put("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n");
    assert_eq!(
        update(&args("ivs-2025-04.json"), folder.path()).unwrap(),
        ExitCode::SUCCESS
    );
    let t = std::time::Instant::now();
    assert_eq!(
        update(&args("ivs-2026-11.json"), folder.path()).unwrap(),
        ExitCode::SUCCESS
    );
    println!("{:?}", t.elapsed());
    println!(
        "{}",
        fs::read_to_string(folder.path().join("model/stubs.json"))
            .unwrap()
            .len()
    );
    println!(
        "{}",
        fs::read_to_string(folder.path().join("CHANGELOG.md")).unwrap()
    );
    println!(
        "{}",
        fs::read_to_string(folder.path().join("model/source.toml")).unwrap()
    );
}
