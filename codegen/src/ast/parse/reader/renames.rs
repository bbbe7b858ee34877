//! Names that a service gives to shapes of others.

use std::collections::BTreeMap;

use super::Hop::Key;
use super::{ShapeReader, Way};
use crate::diagnostics::Code;
use crate::shape_id::ShapeId;
use crate::shape_id::is_identifier;

impl ShapeReader<'_> {
    /// What the service calls some shapes in the place of their own names.
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
                    let reason = "what the service renames is not a shape id with a name";
                    let help = "write `\"rename\": {\"namespace#Name\": \"OtherName\"}`";
                    let way: Way<'_> = &[Key("rename"), Key(id)];
                    self.diagnostic(Code::Rename, reason, help, way);
                }
            }
        }
        renames
    }
}
