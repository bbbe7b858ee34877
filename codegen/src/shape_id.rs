//! Shape ids: `namespace#Name` and `namespace#Name$member`.

use std::fmt;

/// The id of a shape or of a member.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ShapeId(String);

impl ShapeId {
    /// Parses an absolute id.
    pub(crate) fn parse(string: &str) -> Option<Self> {
        let (namespace, rest) = string.split_once('#')?;
        let (name, member) = match rest.split_once('$') {
            Some((name, member)) => (name, Some(member)),
            None => (rest, None),
        };
        let is_valid = namespace.split('.').all(is_identifier)
            && is_identifier(name)
            && member.is_none_or(is_identifier);
        is_valid.then(|| Self(string.to_owned()))
    }

    /// Returns a placeholder for the target of an unreadable reference. [`parse`](Self::parse)
    /// never returns it.
    pub(crate) fn unreadable() -> Self {
        Self(String::new())
    }

    pub(crate) fn is_unreadable(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the name of the shape, without namespace and member.
    pub(crate) fn name(&self) -> &str {
        let name = self.0.split_once('#').map_or(&*self.0, |(_, name)| name);
        name.split_once('$').map_or(name, |(name, _)| name)
    }

    /// Returns the name of the member, if this is the id of a member.
    pub(crate) fn member_name(&self) -> Option<&str> {
        self.0.split_once('$').map(|(_, member)| member)
    }

    /// Returns the id without the member.
    pub(crate) fn container(&self) -> Self {
        let container = self.0.split_once('$').map_or(&*self.0, |(id, _)| id);
        Self(container.to_owned())
    }

    /// Returns the id of the member `name` of this shape.
    pub(crate) fn member(&self, name: &str) -> Self {
        Self(format!("{}${name}", self.0))
    }

    /// Returns the complete id.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Returns `true` if `string` is a Smithy identifier: letters, digits and `_`, not beginning with a
/// digit, and with at least one letter or digit.
pub(crate) fn is_identifier(string: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    string.bytes().all(is_allowed)
        && !string.starts_with(|first: char| first.is_ascii_digit())
        && string.contains(|character: char| character.is_ascii_alphanumeric())
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::ShapeId;

    #[test]
    fn malformed_and_relative_ids_are_rejected() {
        for id in [
            "Name",
            "a#",
            "#Name",
            "a#1x",
            "a..b#Name",
            "a#Name$",
            "a#N ame",
            "a#__",
            "a#Näme",
        ] {
            assert_eq!(ShapeId::parse(id), None, "{id}");
        }
    }

    #[test]
    fn id_has_a_name_a_member_and_a_container() {
        let id = ShapeId::parse("com.example#Name$part").expect("an id");
        assert_eq!(id.name(), "Name");
        assert_eq!(id.member_name(), Some("part"));
        assert_eq!(id.container().as_str(), "com.example#Name");
        assert_eq!(id.container().member("part"), id);
    }
}
