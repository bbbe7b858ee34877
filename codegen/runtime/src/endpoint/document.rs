//! The properties of endpoints.

use aws_smithy_types::Document;

/// Creates an object with the given keys and values.
pub fn object<const N: usize>(members: [(&str, Document); N]) -> Document {
    let members = members.map(|(key, value)| (key.to_owned(), value));
    Document::Object(members.into())
}

#[cfg(test)]
mod tests {
    use aws_smithy_types::Document;

    use super::object;

    #[test]
    fn an_object_has_its_members() {
        let document = object([("a", true.into()), ("b", Document::Array(Vec::new()))]);
        let members = document.as_object().expect("an object");
        assert_eq!(members.len(), 2);
        assert_eq!(members.get("a"), Some(&Document::Bool(true)));
    }
}
