//! The parts of an endpoint: its URL, headers and properties.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Reader, Scope};
use crate::ast::object;
use crate::diagnostics::Code;
use crate::ir::{EndpointParts, Property, Typed};
use crate::lower::valid::is_token;

type Scheme = (String, Vec<(String, Property)>);

impl Reader<'_> {
    /// Lowers the parts of an endpoint. Returns `None` if there was a problem.
    pub(super) fn endpoint_parts(
        &mut self,
        endpoint: &Value,
        scope: &Scope,
    ) -> Option<EndpointParts> {
        let url = self.required(endpoint, "url");
        let url = url.and_then(|at| {
            let url = self.string(at, scope)?;
            self.url(at, url)
        });
        let headers = self.headers(endpoint, scope);
        let mut auth_schemes = Some(Vec::new());
        let mut properties = Some(Vec::new());
        for (name, value) in self.object_members(endpoint, "properties") {
            if name == "authSchemes" {
                auth_schemes = self.auth_schemes(value, scope);
            } else {
                let property = self.named_property(name, value, scope);
                properties = properties.zip(property).map(push);
            }
        }
        Some(EndpointParts {
            url: url?,
            headers: headers?,
            auth_schemes: auth_schemes?,
            properties: properties?,
        })
    }

    /// Returns the members of the optional object called `key`.
    fn object_members<'v>(
        &mut self,
        holder: &'v Value,
        key: &str,
    ) -> impl Iterator<Item = (&'v String, &'v Value)> + use<'v> {
        let value = holder.get(key);
        if let Some(value) = value.filter(|value| !value.is_object()) {
            let reason = format!("`{key}` is not an object");
            let help = format!("write `\"{key}\": {{…}}`");
            self.problem(Code::EndpointPart, value, reason, help);
        }
        object(value)
    }

    fn headers(&mut self, endpoint: &Value, scope: &Scope) -> Option<Vec<(String, Vec<Typed>)>> {
        let mut headers = Some(Vec::new());
        for (name, values) in self.object_members(endpoint, "headers") {
            let Some(list) = values.as_array() else {
                let reason = format!("the values of the header `{name}` are not a list");
                let help = "write a list of strings";
                self.problem(Code::EndpointPart, values, reason, help);
                headers = None;
                continue;
            };
            if !is_token(name) {
                let reason = format!("`{name}` is not a valid header name");
                let help = "use letters, digits and hyphens";
                self.problem(Code::EndpointPart, values, reason, help).key();
                headers = None;
            }
            let mut strings = Some(Vec::new());
            for value in list {
                let string = self.string(value, scope);
                let string = string.and_then(|string| self.header_value(value, string));
                strings = strings.zip(string).map(push);
            }
            let header = strings.map(|strings| (name.clone(), strings));
            headers = headers.zip(header).map(push);
        }
        headers
    }

    /// Lowers the auth schemes: objects with a `name`.
    fn auth_schemes(&mut self, value: &Value, scope: &Scope) -> Option<Vec<Scheme>> {
        let mut schemes = Some(Vec::new());
        let mut names = BTreeSet::new();
        let list = value.as_array().map_or(&[][..], Vec::as_slice);
        let is_scheme = |scheme: &Value| scheme.get("name").is_some_and(Value::is_string);
        if !value.is_array() || !list.iter().all(is_scheme) {
            let reason = "`authSchemes` is not a list of objects with a `name`";
            let help = "write `[{\"name\": \"sigv4\", …}]`";
            self.problem(Code::EndpointPart, value, reason, help);
            return None;
        }
        for scheme in list {
            let name = scheme
                .get("name")
                .and_then(Value::as_str)
                .unwrap_or_default();
            if !names.insert(name) {
                let reason = format!("`authSchemes` has `{name}` twice");
                self.problem(Code::EndpointPart, scheme, reason, "remove one of them");
                schemes = None;
            }
            let mut properties = Some(Vec::new());
            for (key, value) in object(Some(scheme)).filter(|(key, _)| *key != "name") {
                let property = self.property(value, scope);
                let property = property.and_then(|it| self.signing_property(key, value, it));
                let property = property.map(|property| (key.clone(), property));
                properties = properties.zip(property).map(push);
            }
            let scheme = properties.map(|properties| (name.to_owned(), properties));
            schemes = schemes.zip(scheme).map(push);
        }
        schemes
    }

    fn named_property(
        &mut self,
        name: &str,
        value: &Value,
        scope: &Scope,
    ) -> Option<(String, Property)> {
        Some((name.to_owned(), self.property(value, scope)?))
    }

    /// Lowers a document, whose strings may be templates.
    fn property(&mut self, value: &Value, scope: &Scope) -> Option<Property> {
        Some(match value {
            Value::Null => Property::Null,
            Value::Bool(value) => Property::Boolean(*value),
            Value::Number(number) => Property::Number(number.clone()),
            Value::String(_) => Property::String(self.string(value, scope)?),
            Value::Array(values) => {
                let mut elements = Some(Vec::new());
                for value in values {
                    elements = elements.zip(self.property(value, scope)).map(push);
                }
                Property::List(elements?)
            }
            Value::Object(members) => {
                self.needs_library = true;
                let mut properties = Some(Vec::new());
                for (name, value) in members {
                    let property = self.named_property(name, value, scope);
                    properties = properties.zip(property).map(push);
                }
                Property::Object(properties?)
            }
        })
    }
}

/// Appends an element to a list.
///
/// `list.zip(element).map(push)` is `None` from the first problem on, while the loop around it
/// continues and reports all problems.
fn push<T>((mut list, element): (Vec<T>, T)) -> Vec<T> {
    list.push(element);
    list
}
