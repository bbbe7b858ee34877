//! Shape ids: `namespace#Name` and `namespace#Name$member`.

use std::fmt;

/// The id of a shape or of a member.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ShapeId(String);

impl ShapeId {
    /// Reads an absolute id.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (namespace, rest) = text.split_once('#')?;
        let (name, member) = match rest.split_once('$') {
            Some((name, member)) => (name, Some(member)),
            None => (rest, None),
        };
        let valid = namespace.split('.').all(is_identifier)
            && is_identifier(name)
            && member.is_none_or(is_identifier);
        valid.then(|| Self(text.to_owned()))
    }

    /// What stands for the target of a reference that cannot be read: no text leads to this id.
    pub(crate) fn unreadable() -> Self {
        Self(String::new())
    }

    pub(crate) fn is_unreadable(&self) -> bool {
        self.0.is_empty()
    }

    /// The name without the namespace, and without the member.
    pub(crate) fn name(&self) -> &str {
        let name = self.0.split_once('#').map_or(&*self.0, |(_, name)| name);
        name.split_once('$').map_or(name, |(name, _)| name)
    }

    /// The member's name, of a member's id.
    pub(crate) fn member_name(&self) -> Option<&str> {
        self.0.split_once('$').map(|(_, member)| member)
    }

    /// The shape that a member's id belongs to.
    pub(crate) fn container(&self) -> Self {
        let container = self.0.split_once('$').map_or(&*self.0, |(id, _)| id);
        Self(container.to_owned())
    }

    /// The id of this shape's member `name`.
    pub(crate) fn member(&self, name: &str) -> Self {
        Self(format!("{}${name}", self.0))
    }

    /// The whole id.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether `text` is an identifier in Smithy: letters, digits and `_`, not digits first, not `_` alone.
pub(crate) fn is_identifier(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.bytes().all(plain)
        && !text.starts_with(|first: char| first.is_ascii_digit())
        && text.contains(|character: char| character.is_ascii_alphanumeric())
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
    fn ids_are_absolute() {
        for text in [
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
            assert_eq!(ShapeId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_id_knows_its_parts() {
        let id = ShapeId::parse("com.example#Name$part").expect("an id");
        assert_eq!(id.name(), "Name");
        assert_eq!(id.member_name(), Some("part"));
        assert_eq!(id.container().as_str(), "com.example#Name");
        assert_eq!(id.container().member("part"), id);
    }
}
