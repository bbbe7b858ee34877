//! The formats of published models.

use std::io::Write;

use super::*;

/// Updates a workspace from `file`, and returns the new model.
fn updated(folder: &Folder, file: &str) -> Value {
    let args = args(folder.path().join(file), "2024-07");
    assert_eq!(
        update(&args, folder.path()).unwrap(),
        ExitCode::SUCCESS,
        "{file}"
    );
    serde_json::from_str(&text(folder, MODEL)).unwrap()
}

/// The golden `minimal` with a new operation, as botocore's files: service, paginators, rules.
fn botocore() -> [(&'static str, String); 3] {
    let rules =
        &model(|_| {})["shapes"]["example.garden#Garden"]["traits"]["smithy.rules#endpointRuleSet"];
    let member = json!({"name": {"shape": "String", "documentation": "<p>prose</p>"}});
    let pages = json!({"pages": {"shape": "Names"}, "next": {"shape": "String"}});
    let list = json!({
        "name": "ListPlants", "http": {"method": "GET", "requestUri": "/plants"},
        "input": {"shape": "ListPlantsInput"}, "output": {"shape": "ListPlantsOutput"}, "readonly": true,
    });
    let token = json!({"shape": "String", "location": "querystring", "locationName": "page"});
    let service = json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2024-01-01", "auth": ["aws.auth#sigv4"], "endpointPrefix": "garden",
            "protocol": "rest-json", "serviceFullName": "Example Garden", "serviceId": "Garden",
            "signatureVersion": "v4", "signingName": "garden",
        },
        "operations": {
            "Plant": {
                "name": "Plant", "http": {"method": "POST", "requestUri": "/plant", "responseCode": 200},
                "input": {"shape": "PlantInput"}, "output": {"shape": "PlantOutput"},
            },
            "ListPlants": list,
        },
        "shapes": {
            "PlantInput": {"type": "structure", "members": member},
            "PlantOutput": {"type": "structure", "members": member},
            "ListPlantsInput": {"type": "structure", "members": {"next": token}},
            "ListPlantsOutput": {"type": "structure", "members": pages},
            "Names": {"type": "list", "member": {"shape": "String"}},
            "String": {"type": "string"},
        },
    });
    let paginator = json!({"input_token": "next", "output_token": "next", "result_key": "pages"});
    [
        ("service-2.json", service.to_string()),
        (
            "paginators-1.json",
            json!({"pagination": {"ListPlants": paginator}}).to_string(),
        ),
        ("endpoint-rule-set-1.json", rules.to_string()),
    ]
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// Writes a zip; the entries were changed in 2024-07.
fn put_zip(folder: &Folder, name: &str, entries: &[(&str, &[u8])]) {
    let file = fs::File::create(folder.path().join(name)).unwrap();
    let mut zip = zip::ZipWriter::new(file);
    let date = zip::DateTime::from_date_and_time(2024, 7, 1, 0, 0, 0).unwrap();
    for (path, bytes) in entries {
        let options = zip::write::SimpleFileOptions::default().last_modified_time(date);
        zip.start_file(*path, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

fn assert_is_botocores(folder: &Folder, model: &Value) {
    let shapes = &model["shapes"];
    let list = &shapes["example.garden#ListPlants"];
    assert_eq!(list["traits"]["smithy.api#paginated"]["items"], "pages");
    assert_eq!(list["traits"]["smithy.api#readonly"], json!({}));
    // What did not change is as in the Smithy model.
    let minimal = super::model(|_| {});
    let before =
        ["Plant", "PlantInput"].map(|name| &minimal["shapes"][format!("example.garden#{name}")]);
    for (name, before) in ["Plant", "PlantInput"].into_iter().zip(before) {
        assert_eq!(shapes[format!("example.garden#{name}")], *before);
    }
    let service = |model: &Value| model["shapes"]["example.garden#Garden"]["traits"].clone();
    assert_eq!(service(model), service(&minimal));
    assert!(text(folder, SOURCE).contains("format = \"botocore\""));
    assert!(text(folder, "CHANGELOG.md").contains("the operation `ListPlants`"));
}

#[test]
fn botocores_files_are_a_source() {
    let folder = workspace();
    for (name, text) in botocore() {
        folder.put(&format!("published/{name}"), &text);
    }
    let model = updated(&folder, "published/service-2.json");
    assert_is_botocores(&folder, &model);
    // A Smithy model is the default format.
    let new = published(&folder, models::add);
    update(&args(new, "2024-08"), folder.path()).unwrap();
    assert!(!text(&folder, SOURCE).contains("format"));
}

#[test]
fn botocores_files_may_be_compressed() {
    let folder = workspace();
    for (name, text) in botocore() {
        folder.put(&format!("published/{name}"), "");
        fs::remove_file(folder.path().join(format!("published/{name}"))).unwrap();
        let path = folder.path().join(format!("published/{name}.gz"));
        fs::write(path, gzip(&text)).unwrap();
    }
    let args = args(folder.path().join("published/service-2.json.gz"), "2024-07");
    // The test folder lists texts only.
    let code = update(&args, folder.path()).unwrap();
    assert_eq!(code, ExitCode::SUCCESS);
    let model = serde_json::from_str(&text(&folder, MODEL)).unwrap();
    assert_is_botocores(&folder, &model);
}

#[test]
fn wheel_has_the_files_of_many_services() {
    let folder = workspace();
    let files = botocore();
    let other = files[0].1.replace("\"Garden\"", "\"Kitchen\"");
    let old = files[0]
        .1
        .replace("2024-01-01", "2023-01-01")
        .replace("/plants", "/old");
    let packed = files.each_ref().map(|(name, text)| (*name, gzip(text)));
    put_zip(
        &folder,
        "botocore.whl",
        &[
            (
                "botocore/data/garden/2023-01-01/service-2.json",
                old.as_bytes(),
            ),
            (
                "botocore/data/garden/2024-01-01/paginators-1.json",
                files[1].1.as_bytes(),
            ),
            (
                "botocore/data/garden/2024-01-01/endpoint-rule-set-1.json.gz",
                &packed[2].1,
            ),
            (
                "botocore/data/garden/2024-01-01/service-2.json.gz",
                &packed[0].1,
            ),
            (
                "botocore/data/kitchen/2024-01-01/service-2.json",
                other.as_bytes(),
            ),
        ],
    );
    let args = Args {
        // The archive knows the month.
        date: None,
        ..args(folder.path().join("botocore.whl"), "")
    };
    assert_eq!(update(&args, folder.path()).unwrap(), ExitCode::SUCCESS);
    let model = serde_json::from_str(&text(&folder, MODEL)).unwrap();
    assert_is_botocores(&folder, &model);
    assert!(text(&folder, SOURCE).contains("date = \"2024-07\""));
    put_zip(
        &folder,
        "other.whl",
        &[("data/kitchen/1/service-2.json", other.as_bytes())],
    );
    let error = Found::read(&folder.path().join("other.whl"), garden()).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("other.whl has no service with the id `Garden`"),
        "{error}"
    );
}

fn garden() -> Wanted<'static> {
    Wanted {
        service: Some("example.garden#Garden"),
        sdk_id: Some("Garden"),
    }
}

#[test]
fn jar_has_a_smithy_model() {
    let folder = workspace();
    let new = model(models::add).to_string();
    let other = new.replace("#Garden\"", "#Kitchen\"");
    let manifest = b"model.json\n";
    put_zip(
        &folder,
        "models.jar",
        &[
            ("META-INF/MANIFEST.MF", b"Manifest-Version: 1.0\n"),
            ("META-INF/smithy/manifest", manifest),
            ("META-INF/smithy/garden.json", new.as_bytes()),
            ("META-INF/smithy/kitchen.json", other.as_bytes()),
            ("other/garden.json", new.as_bytes()),
        ],
    );
    let model = updated(&folder, "models.jar");
    assert!(model["shapes"].get("example.garden#GetPlant").is_some());
    for (name, entries, message) in [
        (
            "empty.zip",
            vec![("a.txt", &b"text"[..])],
            "has no Smithy model in its JSON form (the AST), and no service-2.json",
        ),
        (
            "kitchen.zip",
            vec![("a.json", other.as_bytes())],
            "has models of example.garden#Kitchen, but not of example.garden#Garden",
        ),
        (
            "two.zip",
            vec![("a.json", new.as_bytes()), ("b.json", new.as_bytes())],
            "has several models, of example.garden#Garden, example.garden#Garden; unpack the one to use",
        ),
    ] {
        put_zip(&folder, name, &entries);
        let error = Found::read(&folder.path().join(name), garden()).unwrap_err();
        assert!(error.to_string().ends_with(message), "{error}");
    }
    fs::write(folder.path().join("broken.zip"), b"PK\x03\x04 and no more").unwrap();
    let error = Found::read(&folder.path().join("broken.zip"), garden()).unwrap_err();
    assert!(error.to_string().starts_with("cannot read "), "{error}");
}

#[test]
fn models_of_smithy_1_are_upgraded() {
    let folder = workspace();
    let number = json!({"target": "example.garden#Count"});
    let set = json!({"target": "example.garden#Names"});
    let kind = json!({"target": "example.garden#Kind"});
    let boxed = json!({"target": "example.garden#Count", "traits": {"smithy.api#box": {}}});
    let old = model(|model| {
        model["smithy"] = "1.0".into();
        let shapes = &mut model["shapes"];
        shapes["example.garden#PlantOutput"]["members"] = json!({"name": {"target": "smithy.api#String"}, "count": number, "boxed": boxed, "set": set, "kind": kind});
        shapes["example.garden#Count"] = json!({"type": "integer"});
        shapes["example.garden#Names"] =
            json!({"type": "set", "member": {"target": "smithy.api#String"}});
        shapes["example.garden#Kind"] = json!({"type": "string", "traits": {"smithy.api#enum": [{"value": "TREE", "name": "TREE"}]}});
    });
    folder.put("published.json", &old.to_string());
    let model = updated(&folder, "published.json");
    assert_eq!(model["smithy"], "2.0");
    let code = text(&folder, "generated/src/operation/plant.rs");
    for field in ["pub count: i32,", "pub boxed: Option<i32>,", "Kind>,"] {
        assert!(code.contains(field), "{code}");
    }
}

#[test]
fn files_that_are_no_models_are_errors() {
    let folder = workspace();
    fs::write(folder.path().join("binary"), [0xff, 0xfe, 0x00]).unwrap();
    let error = Found::read(&folder.path().join("binary"), garden()).unwrap_err();
    assert!(
        error.to_string().ends_with("binary is not a text in UTF-8"),
        "{error}"
    );
    fs::write(folder.path().join("broken.gz"), b"\x1f\x8b and no more").unwrap();
    let error = Found::read(&folder.path().join("broken.gz"), garden()).unwrap_err();
    assert!(error.to_string().starts_with("cannot unpack "), "{error}");
    for name in ["binary", "broken.gz"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    let before = folder.list();
    for text in [
        "",
        "[]",
        "{}",
        "not JSON",
        r#"{"metadata": {}, "operations": {}}"#,
    ] {
        folder.put("published.json", text);
        let args = args(folder.path().join("published.json"), "2024-07");
        let code = update(&args, folder.path()).unwrap();
        assert_eq!(code, output::ERROR.into(), "{text}");
    }
    folder.put("published.json", &model(|_| {}).to_string());
    assert_eq!(folder.list(), before);
}
