//! A row of the table, and the reasons that several rows share.

use super::form::Form;

/// A trait that the generator knows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) id: &'static str,
    pub(super) treatment: Treatment,
    pub(super) form: Form,
}

/// The generator's treatment of a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// The client implements the effect of the trait.
    Implemented,
    /// The client is the same with and without the trait, for this reason.
    WithoutEffect(&'static str),
    /// A client without the trait's effect would be wrong. The string names the missing feature.
    Rejected(&'static str),
}

pub(super) const DEFINITION: &str = "it defines a trait";
pub(super) const DOCUMENTS: &str = "it is documentation";
pub(super) const OTHER_PROTOCOL: &str = "the client uses restJson1";
pub(super) const RULES: &str = "the endpoint rules state its effect";
pub(super) const SERVER: &str = "the service enforces it";
pub(super) const TESTS: &str = "it states tests";
pub(super) const TOOLS: &str = "it is for other tools";
pub(super) const XML: &str = "it is about XML";

pub(super) const OTHER_AUTH: &str = "an authentication scheme other than SigV4 or bearer tokens";

pub(super) const fn implemented(id: &'static str, form: Form) -> Row {
    Row {
        id,
        treatment: Treatment::Implemented,
        form,
    }
}

pub(super) const fn without_effect(id: &'static str, reason: &'static str) -> Row {
    Row {
        id,
        treatment: Treatment::WithoutEffect(reason),
        form: Form::Any,
    }
}

/// `feature` completes the message "the trait requires …, which the generator does not support".
pub(super) const fn rejected(id: &'static str, feature: &'static str) -> Row {
    Row {
        id,
        treatment: Treatment::Rejected(feature),
        form: Form::Any,
    }
}
