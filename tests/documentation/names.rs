//! Names that the service invents, and those of the documentation, which stand for each other.

use std::collections::BTreeMap;

/// Pairs of an invented and a documented name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    documented: BTreeMap<String, String>,
    invented: BTreeMap<String, String>,
}

impl Names {
    /// Adds a pair.
    ///
    /// # Errors
    /// If one of them stands for another name already.
    pub(crate) fn bind(&mut self, invented: &str, documented: &str) -> Result<(), String> {
        let earlier = self
            .documented
            .insert(invented.to_owned(), documented.to_owned());
        if earlier.is_some_and(|earlier| earlier != documented) {
            return Err(format!("{documented} is already another name"));
        }
        let earlier = self
            .invented
            .insert(documented.to_owned(), invented.to_owned());
        match earlier.filter(|earlier| earlier != invented) {
            Some(earlier) => Err(format!("{documented} is {earlier}, not {invented}")),
            None => Ok(()),
        }
    }

    /// Replaces the names of the documentation by those of the service.
    pub(crate) fn to_service(&self, text: &str) -> String {
        replace(text, &self.invented)
    }

    /// Replaces the names of the service by those of the documentation.
    pub(crate) fn to_documentation(&self, text: &str) -> String {
        replace(text, &self.documented)
    }
}

fn replace(text: &str, names: &BTreeMap<String, String>) -> String {
    let names = names.iter();
    names.fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
