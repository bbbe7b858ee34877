//! Checks of values against the rules of the model.

mod patterns;
mod rule;
#[cfg(test)]
mod tests;
mod walk;

use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
#[doc(hidden)]
pub use aws_smithy_runtime_api::client::interceptors::Intercept;
#[doc(hidden)]
pub use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef as BeforeSerialization;
#[doc(hidden)]
pub use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
#[doc(hidden)]
pub use aws_smithy_types::config_bag::ConfigBag;

pub use self::rule::Rule;
use crate::inspect::Structure;

/// A structure that can be checked: an input, or a structure in inputs.
pub trait Check: Structure {
    /// Checks the value, and the values in it, against the rules of the service.
    ///
    /// # Errors
    /// All violations, in the order of the members.
    fn check(&self) -> Result<(), Violations>;
}

impl<T: Structure> Check for T {
    fn check(&self) -> Result<(), Violations> {
        check(self)
    }
}

fn check(structure: &dyn Structure) -> Result<(), Violations> {
    let violations = walk::violations(structure);
    match violations.is_empty() {
        true => Ok(()),
        false => Err(Violations(violations)),
    }
}

/// Checks an input before it is sent; other types of inputs are not checked.
///
/// # Errors
/// If the input breaks a rule.
#[doc(hidden)]
pub fn input(input: Option<&dyn Structure>) -> Result<(), BoxError> {
    Ok(input.map_or(Ok(()), check)?)
}

/// The violations in a value, at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Violations(Vec<Violation>);

/// A value that breaks a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    path: String,
    value: Option<String>,
    rule: Rule,
}

impl Violation {
    /// Returns the path of the value, for example `tags["a"]` or `filters[2].name`.
    ///
    /// Members have their names on the wire. The path is empty if the rule concerns several members
    /// of the checked structure.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the value, shortened if it is long; `None` if it is sensitive, unset, or neither a
    /// string nor a number.
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// Returns the rule that the value breaks.
    pub fn rule(&self) -> Rule {
        self.rule
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "`{}`: ", self.path)?;
        }
        self.rule.fmt(f)?;
        match &self.value {
            Some(value) => write!(f, ", but is {value}"),
            None => Ok(()),
        }
    }
}

impl Violations {
    /// Iterates over the violations.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the input is invalid: ")?;
        for (index, violation) in self.iter().enumerate() {
            let separator = if index > 0 { "; " } else { "" };
            write!(f, "{separator}{violation}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}
