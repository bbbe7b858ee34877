//! The files that an update writes, all or none.

use super::*;
use crate::policy;
use codegen::diff::Version;

#[test]
fn update_writes_model_client_version_changelog_and_stubs() {
    let folder = workspace();
    let before = tree(&folder);
    let new = published(&folder, models::add);
    assert_eq!(
        update(&args(new.clone(), "2024-07"), folder.path()).unwrap(),
        ExitCode::SUCCESS
    );

    let model = text(&folder, MODEL);
    assert!(
        model.contains("example.garden#GetPlant") && !model.contains("prose"),
        "{model}"
    );
    assert!(text(&folder, "generated/src/operation.rs").contains("get_plant"));
    let manifest = text(&folder, "generated/Cargo.toml");
    assert!(manifest.contains("version = \"0.1.1\""), "{manifest}");
    assert!(
        manifest.contains("path = \"../codegen/runtime\""),
        "{manifest}"
    );
    let source = text(&folder, SOURCE);
    assert!(source.contains("version = \"0.1.1\"") && source.contains("date = \"2024-07\""));
    assert_eq!(text(&folder, "Cargo.lock"), LOCK.replace("0.1.0", "0.1.1"));
    let changelog = text(&folder, "CHANGELOG.md");
    assert!(changelog.starts_with(CHANGELOG), "{changelog}");
    let changelog = changelog.replace("\n  ", " ");
    for part in [
        "(model of 2024-07)",
        "the operation `GetPlant`",
        "the member `bed` of `PlantInput`",
    ] {
        assert!(changelog.contains(part), "{changelog}");
    }
    let stubs: Value = serde_json::from_str(&text(&folder, stubs::FILE)).unwrap();
    let stubs = stubs["shapes"].as_object().unwrap();
    let ids: Vec<_> = stubs
        .iter()
        .map(|(id, statement)| {
            let traits = statement["traits"].as_object().unwrap().keys();
            let traits: Vec<_> = traits.map(|id| id.rsplit('#').next().unwrap()).collect();
            format!("{}: {}", missing::name(id), traits.join(" "))
        })
        .collect();
    assert_eq!(
        ids,
        [
            "Frozen: documentation retryable",
            "Frozen$message: documentation",
            "GetPlant: documentation examples waitable",
            "GetPlantInput: documentation",
            "GetPlantOutput: documentation",
            "GetPlantOutput$season: documentation",
            "PlantInput$bed: documentation",
            "Season: documentation",
            "Season$SPRING: documentation",
        ]
    );
    assert_ne!(tree(&folder), before);
    // The client is what `generate` would write, and a second update changes nothing.
    let after = tree(&folder);
    assert_eq!(
        update(&args(new, "2024-07"), folder.path()).unwrap(),
        ExitCode::SUCCESS
    );
    assert_eq!(tree(&folder), after);
}

#[test]
fn update_writes_the_table_of_the_fake_service() {
    let folder = workspace();
    let path = crate::generate::wire_table::PATH;
    folder.put(path, "{}\n");
    let new = published(&folder, models::add);
    let code = update(&args(new, "2024-07"), folder.path()).unwrap();
    assert_eq!(code, ExitCode::SUCCESS);
    let table: Value = serde_json::from_str(&text(&folder, path)).unwrap();
    assert_eq!(table["operations"]["GetPlant"]["method"], "GET");
}

#[test]
fn breaking_changes_raise_the_minor_version() {
    let folder = workspace();
    let new = published(&folder, models::remove);
    update(&args(new, "2024-07"), folder.path()).unwrap();
    assert!(text(&folder, SOURCE).contains("version = \"0.2.0\""));
    let changelog = text(&folder, "CHANGELOG.md");
    assert!(
        changelog.contains("### Removed\n\n- **Breaking** (model of 2024-07): `ivs_sdk::"),
        "{changelog}"
    );
}

#[test]
fn version_and_changelog_follow_from_the_released_model() {
    let folder = workspace();
    crate::record_release::record(folder.path()).unwrap();
    let before = text(&folder, "CHANGELOG.md");
    let new = published(&folder, models::add);
    update(&args(new, "2024-07"), folder.path()).unwrap();
    let released = text(&folder, "model/released/source.toml");
    assert!(released.contains("version = \"0.1.0\""), "{released}");
    // What was never released is not removed: the changelog is as before, but versions only rise.
    let old = published(&folder, |_| {});
    update(&args(old, "2024-08"), folder.path()).unwrap();
    assert_eq!(text(&folder, "CHANGELOG.md"), before);
    assert!(text(&folder, SOURCE).contains("version = \"0.1.1\""));
    // Two unreleased additions are one step.
    let new = published(&folder, models::add);
    update(&args(new, "2024-09"), folder.path()).unwrap();
    assert!(text(&folder, SOURCE).contains("version = \"0.1.1\""));
}

#[test]
fn update_respects_the_policy() {
    let folder = workspace();
    crate::record_release::record(folder.path()).unwrap();
    let entry = |shape: &str, rule: &str| {
        format!("[[accepted]]\nshape = \"{shape}\"\nrule = \"{rule}\"\nreason = \"Unused.\"\n")
    };
    let removal = entry("PlantOutput$name", "member-removed");
    folder.put(policy::FILE, &(removal + &entry("Nosuch", "type-added")));
    let new = published(&folder, models::remove);
    let report = folder.path().join("report.md");
    let args = Args {
        report: Some(report.clone()),
        ..args(new, "2024-07")
    };
    update(&args, folder.path()).unwrap();
    let report = read(&report);
    for part in [
        "## Accepted changes\n",
        "*Accepted: Unused.*",
        "- [ ] remove these entries of model/diff-policy.toml:\n  - no difference",
    ] {
        assert!(report.contains(part), "{report}");
    }
    assert!(text(&folder, SOURCE).contains("version = \"0.1.0\""));
    assert_eq!(text(&folder, "CHANGELOG.md"), CHANGELOG);
}

#[test]
fn removed_operations_and_stale_entries_are_cleared() {
    let folder = workspace();
    let new = published(&folder, models::add);
    update(&args(new, "2024-07"), folder.path()).unwrap();
    folder.put("model/overlay/more.json", &overlay("GetPlant"));
    let page = "`GetPlant` finds a `Plant`; `Season.SPRING` is a season, GetPlantInput an input.";
    folder.put("model/overlay/guide/plants.md", page);
    folder.put("tests/client/operations/more.rs", "Case::new(\"GetPlant\")");
    let module = folder.path().join("generated/src/operation/get_plant.rs");
    assert!(module.exists());
    let old = published(&folder, |_| {});
    let report = folder.path().join("report.md");
    let args = Args {
        report: Some(report.clone()),
        ..args(old, "2024-08")
    };
    assert_eq!(update(&args, folder.path()).unwrap(), ExitCode::SUCCESS);
    assert!(!folder.path().join("model/overlay/more.json").exists());
    assert!(!module.exists());
    let report = read(&report);
    for part in [
        "- [ ] check that these stale entries of overlays are no longer needed; they were removed:\n  \
         - model/overlay/more.json: smithy.api\\#documentation of example.garden\\#GetPlant",
        "- [ ] remove the test cases of:\n  - GetPlant\n",
        "- [ ] correct these texts, which name shapes that no longer exist:\n  \
         - model/overlay/guide/plants.md: GetPlant, Season\n",
    ] {
        assert!(report.contains(part), "{report}");
    }
}

#[test]
fn corrections_that_the_model_contradicts_are_left_to_a_person() {
    let folder = workspace();
    let length = |max: u64| json!({"smithy.api#length": {"max": max}});
    let with_length = |max| {
        move |model: &mut Value| {
            model["shapes"]["example.garden#PlantInput"]["members"]["name"]["traits"] = length(max);
        }
    };
    let id = "example.garden#PlantInput$name";
    let first = published(&folder, with_length(1));
    update(&args(first, "2024-07"), folder.path()).unwrap();
    for (present, ours, new, task) in [
        (1, 2, 2, "they were removed"),
        (2, 4, 3, "decide whether the model is right"),
    ] {
        let replaces = json!({"max": present});
        let correction =
            json!({"shape": id, "trait": "smithy.api#length", "replaces": replaces, "reason": "r"});
        let statement = json!({"type": "apply", "traits": length(ours)});
        let metadata = json!({"corrections": [correction]});
        let overlay = json!({"smithy": "2.0", "metadata": metadata, "shapes": {id: statement}});
        folder.put("model/overlay/corrections.json", &overlay.to_string());
        let new = published(&folder, with_length(new));
        let report = folder.path().join("report.md");
        let args = Args {
            report: Some(report.clone()),
            ..args(new, "2024-08")
        };
        assert_eq!(update(&args, folder.path()).unwrap(), ExitCode::SUCCESS);
        assert!(
            !folder
                .path()
                .join("model/overlay/corrections.json")
                .exists()
        );
        assert!(read(&report).contains(task), "{}", read(&report));
    }
}

#[test]
fn dry_run_writes_nothing() {
    let folder = workspace();
    let new = published(&folder, models::add);
    let before = folder.list();
    let args = Args {
        dry_run: true,
        ..args(new, "2024-07")
    };
    assert_eq!(update(&args, folder.path()).unwrap(), ExitCode::SUCCESS);
    assert_eq!(folder.list(), before);
}

#[test]
fn failure_between_any_steps_leaves_the_tree_as_it_was() {
    let folder = workspace();
    let new = published(&folder, models::add);
    let before = tree(&folder);
    let args = args(new, "2024-07");
    let mut failing = 0;
    loop {
        let mut number = 0;
        let result = update_with(&args, folder.path(), &mut |_| {
            number += 1;
            anyhow::ensure!(number <= failing, "injected");
            Ok(())
        });
        if result.is_ok() {
            break;
        }
        assert_eq!(result.unwrap_err().to_string(), "injected");
        assert_eq!(tree(&folder), before, "{failing}");
        failing += 1;
    }
    assert!(failing > 20, "{failing}");
    assert_ne!(tree(&folder), before);
}

#[test]
fn partitions_change_only_if_given() {
    let folder = workspace();
    let same = published(&folder, |_| {});
    let before = text(&folder, PARTITIONS);
    update(&args(same.clone(), "2024-07"), folder.path()).unwrap();
    assert_eq!(text(&folder, PARTITIONS), before);
    assert!(text(&folder, SOURCE).contains("[partitions]\n\n"));
    let mut partitions: Value = serde_json::from_str(&before).unwrap();
    partitions["partitions"].as_array_mut().unwrap().pop();
    folder.put("p.json", &partitions.to_string());
    let args = Args {
        partitions: Some(folder.path().join("p.json")),
        ..args(same, "2024-07")
    };
    update(&args, folder.path()).unwrap();
    assert_ne!(text(&folder, PARTITIONS), before);
    assert!(text(&folder, SOURCE).contains("[partitions]\ndate = \"2024-07\""));
}

#[test]
fn half_filled_stubs_are_kept() {
    let folder = workspace();
    let id = "example.garden#GetPlant";
    let filled = json!({"smithy": "2.0", "shapes": {
        id: {"type": "apply", "traits": {"smithy.api#documentation": "A half-filled text."}},
    }});
    folder.put(stubs::FILE, &filled.to_string());
    let new = published(&folder, models::add);
    update(&args(new, "2024-07"), folder.path()).unwrap();
    let stubs: Value = serde_json::from_str(&text(&folder, stubs::FILE)).unwrap();
    let traits = &stubs["shapes"][id]["traits"];
    assert_eq!(traits["smithy.api#documentation"], "A half-filled text.");
    assert!(traits.get("smithy.api#examples").is_some());
}

/// Fails if the model was edited by hand, or the canonical form changed without an `update`.
#[test]
fn model_of_this_workspace_is_canonical() {
    let present = Present::read(&path::root()).unwrap().input().unwrap();
    let facts = facts(&present.sources(), true).unwrap();
    assert_eq!(facts.model.text, present.model.text);
    assert_eq!(facts.partitions.unwrap().text, present.partitions.text);
    let source = present::read(&path::root(), SOURCE).unwrap().unwrap();
    let source = SourceToml::new(Some(&source.text)).unwrap();
    let (_, version) = source.crate_name_and_version().unwrap();
    assert!(Version::parse(&version).is_some());
}
