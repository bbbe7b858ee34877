//! Archives: the jars of Smithy models, and the wheels of botocore.

use std::io::Cursor;

use super::*;

/// A zip, jar or wheel.
pub(super) struct Archive<'a> {
    name: &'a str,
    zip: zip::ZipArchive<Cursor<Vec<u8>>>,
}

impl<'a> Archive<'a> {
    pub(super) fn open(name: &'a str, bytes: Vec<u8>) -> Result<Self> {
        let zip = zip::ZipArchive::new(Cursor::new(bytes));
        let zip = zip.with_context(|| format!("cannot read {name}"))?;
        Ok(Self { name, zip })
    }

    /// Finds the model of a service.
    pub(super) fn find(&mut self, wanted: Wanted<'_>) -> Result<Found> {
        let mut names: Vec<_> = self.zip.file_names().map(str::to_owned).collect();
        names.sort();
        let services: Vec<_> = names
            .iter()
            .filter_map(|name| Some((folder_of_service(name)?, &**name)))
            .collect();
        match services.is_empty() {
            true => self.smithy(&names, wanted),
            false => self.botocore(&names, services, wanted),
        }
    }

    /// Finds the only Smithy model of the service.
    fn smithy(&mut self, names: &[String], wanted: Wanted<'_>) -> Result<Found> {
        let is_json = |name: &&String| name.ends_with(".json") || name.ends_with(".json.gz");
        let in_smithy = |name: &&String| name.contains("META-INF/smithy/");
        let has_smithy = names.iter().any(|name| in_smithy(&name));
        let files = names.iter().filter(is_json);
        let files = files.filter(|name| !has_smithy || in_smithy(name));
        let mut models = Vec::new();
        for name in files {
            let file = self.file(name)?;
            let ids = services(&file.text);
            if !ids.is_empty() {
                models.push((file, ids));
            }
        }
        let found = models.iter().flat_map(|(_, ids)| ids.clone());
        let found: Vec<_> = found.collect();
        if let Some(service) = wanted.service {
            models.retain(|(_, ids)| ids.iter().any(|id| id == service));
        }
        match (models.len(), models.pop()) {
            (1, Some((file, _))) => Ok(Found::Smithy(Unconverted(file))),
            (0, _) if found.is_empty() => bail!(
                "{} has no Smithy model in its JSON form (the AST), and no service-2.json",
                self.name
            ),
            (0, _) => bail!(
                "{} has models of {}, but not of {}",
                self.name,
                found.join(", "),
                wanted.service.unwrap_or_default()
            ),
            _ => bail!(
                "{} has several models, of {}; unpack the one to use",
                self.name,
                found.join(", ")
            ),
        }
    }

    /// Finds botocore's files of the service; of several API versions, the newest.
    fn botocore(
        &mut self,
        names: &[String],
        mut services: Vec<(&str, &str)>,
        wanted: Wanted<'_>,
    ) -> Result<Found> {
        let sdk_id = wanted.sdk_id.context(
            "botocore's files lack the ids of a model: first update from a Smithy model",
        )?;
        // Folders have the SDK id as name, except for some old services.
        let name = sdk_id.to_ascii_lowercase().replace(' ', "-");
        let is_likely = |folder: &str| folder.split('/').rev().nth(1) == Some(&*name);
        // Versions are dates: the newest one is the last. The sort is stable.
        services.reverse();
        services.sort_by_key(|(folder, _)| !is_likely(folder));
        for (folder, service) in services {
            let service = self.file(service)?;
            if service_id(&service.text).as_deref() != Some(sdk_id) {
                continue;
            }
            let mut companions = [const { None }; 3];
            for (companion, name) in companions.iter_mut().zip(COMPANIONS) {
                let paths = [format!("{folder}{name}"), format!("{folder}{name}.gz")];
                if let Some(path) = paths.iter().find(|path| names.contains(path)) {
                    *companion = Some(self.file(path)?);
                }
            }
            return Ok(Found::Botocore(Box::new(BotocoreFiles {
                service,
                companions,
            })));
        }
        bail!("{} has no service with the id `{sdk_id}`", self.name)
    }

    fn file(&mut self, path: &str) -> Result<File> {
        let name = format!("{}!{path}", self.name);
        let entry = self.zip.by_name(path);
        let entry = entry.with_context(|| format!("cannot unpack {name}"))?;
        // Reproducible archives have the first date that the format knows.
        let date = entry.last_modified().filter(|date| date.year() > 2000);
        let month = date.map(|date| format!("{:04}-{:02}", date.year(), date.month()));
        let month = month.and_then(|month| values::month(&month).ok());
        let bytes = unpacked(entry).with_context(|| format!("cannot unpack {name}"))?;
        let text = text(&name, bytes)?;
        Ok(File { name, text, month })
    }
}

/// Returns the folder of a `service-2.json`, with a slash at its end if it is not the root.
fn folder_of_service(path: &str) -> Option<&str> {
    let path = path.strip_suffix(".gz").unwrap_or(path);
    let folder = path.strip_suffix("service-2.json")?;
    (folder.is_empty() || folder.ends_with('/')).then_some(folder)
}

/// Returns the ids of the services in a Smithy model; none if the text is not a model.
fn services(text: &str) -> Vec<String> {
    let model: Value = serde_json::from_str(text).unwrap_or_default();
    let shapes = model.get("smithy").and(model["shapes"].as_object());
    let shapes = shapes.into_iter().flatten();
    shapes
        .filter(|(_, shape)| shape["type"] == "service")
        .map(|(id, _)| id.clone())
        .collect()
}

/// Returns the service id in a `service-2.json`.
fn service_id(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    value["metadata"]["serviceId"].as_str().map(str::to_owned)
}
