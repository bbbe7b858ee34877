//! The key `rename` of a service: other names for shapes.

use std::collections::BTreeMap;

use super::PathStep::Key;
use super::{Path, ShapeReader};
use crate::diagnostics::Code;
use crate::shape_id::{ShapeId, is_identifier};

impl ShapeReader<'_> {
    /// Returns the new names of shapes.
    pub(super) fn renames(&mut self) -> BTreeMap<ShapeId, String> {
        let mut renames = BTreeMap::new();
        let entries = self.object(self.value, &[], "rename");
        for (id, name) in entries.into_iter().flatten() {
            let name = name.as_str().filter(|name| is_identifier(name));
            match ShapeId::parse(id).zip(name) {
                Some((id, name)) => {
                    renames.insert(id, name.to_owned());
                }
                None => {
                    let reason = "the entry is not a shape id with a name";
                    let help = "write `\"rename\": {\"namespace#Name\": \"OtherName\"}`";
                    let path: Path<'_> = &[Key("rename"), Key(id)];
                    self.diagnostic(Code::Rename, reason, help, path);
                }
            }
        }
        renames
    }
}
