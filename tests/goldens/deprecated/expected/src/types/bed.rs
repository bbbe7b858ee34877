// …

/// The structure `Bed`.
#[deprecated(note = "Old.")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The `name` member. Required.
    #[deprecated(note = "deprecated by the service")]
    pub name: String,
    /// The `secret` member.
    pub secret: Option<String>,
}

impl Bed {
    /// The `name` member. Required.
    #[deprecated(note = "deprecated by the service")]
    #[inline]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The `secret` member.
    #[inline]
    pub fn secret(&self) -> Option<&str> {
        self.secret.as_deref()
    }

    /// Returns a builder for `Bed`.
    #[inline]
    pub fn builder() -> types::builders::BedBuilder {
        types::builders::BedBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            name: String::new(),
            secret: None,
        }
    }
}

impl fmt::Debug for Bed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bed")
            .field("name", &self.name)
            .field("secret", &"*** Sensitive Data Redacted ***")
            .finish()
    }
}

// …

restjson1_runtime::readable_structure! { name: Bed }

restjson1_runtime::readable_members! { members: Bed { name: "name", secret: "secret" } }

#[doc(hidden)]
impl json::Write for Bed {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 2] = [
            ("name", &self.name),
            ("secret", &self.secret),
        ];
        out.members(&members)
    }
}
