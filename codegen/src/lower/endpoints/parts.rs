//! What an endpoint has: its URL, headers and properties.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Reader, Scope};
use crate::ast::object;
use crate::diagnostics::Code;
use crate::ir::{EndpointParts, Property, Typed};

type Scheme = (String, Vec<(String, Property)>);

impl Reader<'_> {
    /// The parts of an endpoint; `None` where there was a problem.
    pub(super) fn parts(&mut self, endpoint: &Value, scope: &Scope) -> Option<EndpointParts> {
        let url = match self.needed(endpoint, "url") {
            Some(url) => self.text(url, scope),
            None => None,
        };
        let headers = self.headers(endpoint, scope);
        let mut auth_schemes = Some(Vec::new());
        let mut properties = Some(Vec::new());
        for (name, value) in self.members(endpoint, "properties") {
            if name == "authSchemes" {
                auth_schemes = self.auth_schemes(value, scope);
            } else {
                let property = self
                    .property(value, scope)
                    .map(|value| (name.clone(), value));
                properties = properties.zip(property).map(with);
            }
        }
        Some(EndpointParts {
            url: url?,
            headers: headers?,
            auth_schemes: auth_schemes?,
            properties: properties?,
        })
    }

    /// The members of the object called `key`, which need not be there.
    fn members<'v>(
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
        for (name, values) in self.members(endpoint, "headers") {
            let Some(list) = values.as_array() else {
                let reason = format!("the values of the header `{name}` are not a list");
                let help = "write `[…]`, with texts in it";
                self.problem(Code::EndpointPart, values, reason, help);
                headers = None;
                continue;
            };
            if !crate::lower::bindings::is_token(name) {
                let reason = format!("`{name}` is not the name of a header");
                let help = "headers are called like `x-amz-meta`";
                self.problem(Code::EndpointPart, values, reason, help).key();
                headers = None;
            }
            let texts: Vec<_> = list.iter().map(|text| self.text(text, scope)).collect();
            let texts: Option<Vec<_>> = texts.into_iter().collect();
            headers = headers
                .zip(texts.map(|texts| (name.clone(), texts)))
                .map(with);
        }
        headers
    }

    /// The ways of signing: objects with a name each.
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
                let reason = format!("`authSchemes` names `{name}` twice");
                self.problem(Code::EndpointPart, scheme, reason, "keep one of the two");
                schemes = None;
            }
            let mut values = Some(Vec::new());
            for (key, value) in object(Some(scheme)).filter(|(key, _)| *key != "name") {
                let value = self
                    .property(value, scope)
                    .map(|value| (key.clone(), value));
                values = values.zip(value).map(with);
            }
            let scheme = values.map(|values| (name.to_owned(), values));
            schemes = schemes.zip(scheme).map(with);
        }
        schemes
    }

    /// A document; texts in it may hold values.
    fn property(&mut self, value: &Value, scope: &Scope) -> Option<Property> {
        Some(match value {
            Value::Null => Property::Null,
            Value::Bool(flag) => Property::Boolean(*flag),
            Value::Number(number) => Property::Number(number.clone()),
            Value::String(_) => Property::String(self.text(value, scope)?),
            Value::Array(list) => {
                let list: Vec<_> = list.iter().map(|one| self.property(one, scope)).collect();
                Property::List(list.into_iter().collect::<Option<_>>()?)
            }
            Value::Object(members) => {
                self.needs_library = true;
                let mut all = Some(Vec::new());
                for (key, value) in members {
                    let value = self
                        .property(value, scope)
                        .map(|value| (key.clone(), value));
                    all = all.zip(value).map(with);
                }
                Property::Object(all?)
            }
        })
    }
}

/// The list with one more at its end.
fn with<T>((mut list, one): (Vec<T>, T)) -> Vec<T> {
    list.push(one);
    list
}
