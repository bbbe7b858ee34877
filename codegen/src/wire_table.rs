//! The table of a service's operations and shapes from which `ivs-fake` reads requests and writes
//! responses.
//!
//! The table is JSON with a line for each operation and shape, so that its differences are readable.
//! Names, types, bindings and constraints are those of the IR; defaults, statuses and internal
//! values, which a client does not need, are read from the closure.

mod facts;
mod types;

use serde_json::{Map, Value, json};

use crate::diagnostics::Diagnostics;
use crate::generate::{lower_model, parse_sources};
use crate::ir::{AuthScheme, Location, Member, Operation, PathPart, Role, Structure, Type};
use crate::lower::Lowered;
use crate::options::Options;
use crate::report;
use crate::source::Sources;
use facts::Facts;
use types::Names;

/// Returns the table of the model's only service.
///
/// # Errors
/// All diagnostics at once, as for [`generate`](crate::generate).
pub fn wire_table(sources: &Sources<'_>, options: &Options) -> Result<String, Diagnostics> {
    let input = parse_sources(sources);
    lower_model(&input, sources, options)
        .map(|lowered| text(&lowered))
        .map_err(|diagnostics| report::locate(diagnostics, sources))
}

/// Returns the table as text.
pub(crate) fn text(lowered: &Lowered<'_>) -> String {
    let mut text = String::from("{\n");
    let service = json!({"signingName": lowered.client.service.signing_name});
    text.push_str(&format!("\"service\": {service}"));
    for (name, lines) in sections(lowered) {
        let lines: Vec<String> = lines
            .into_iter()
            .map(|(key, value)| format!("{}: {value}", Value::String(key)))
            .collect();
        let section = match lines.is_empty() {
            true => "{}".to_owned(),
            false => format!("{{\n{}\n}}", lines.join(",\n")),
        };
        text.push_str(&format!(",\n\"{name}\": {section}"));
    }
    text.push_str("\n}\n");
    text
}

/// Returns the sections of the table: names and values, in the order of the IR.
fn sections(lowered: &Lowered<'_>) -> Vec<(&'static str, Vec<(String, Value)>)> {
    let client = &lowered.client;
    let table = TableWriter {
        names: Names::new(client),
        facts: Facts::new(&lowered.closure),
    };
    let operations = client.operations.iter();
    let inputs = operations
        .clone()
        .filter(|operation| table.facts.has_input(&operation.name.wire));
    let outputs = operations
        .clone()
        .filter(|operation| table.facts.has_output(&operation.name.wire));
    let unsigned = |operation: &Operation| {
        let schemes = operation.auth.as_ref().unwrap_or(&client.service.auth);
        schemes.is_empty() || schemes.contains(&AuthScheme::None)
    };
    let by_name = |structure: &Structure, value| (structure.name.wire.clone(), value);
    vec![
        (
            "operations",
            operations
                .map(|operation| {
                    let value = table.operation(operation, unsigned(operation));
                    (operation.name.wire.clone(), value)
                })
                .collect(),
        ),
        (
            "inputs",
            inputs
                .map(|operation| by_name(&operation.input, table.structure(&operation.input)))
                .collect(),
        ),
        (
            "outputs",
            outputs
                .map(|operation| by_name(&operation.output, table.structure(&operation.output)))
                .collect(),
        ),
        (
            "errors",
            client
                .errors
                .iter()
                .map(|error| by_name(error, table.error(error)))
                .collect(),
        ),
        (
            "structures",
            client
                .structures
                .iter()
                .map(|structure| by_name(structure, table.structure(structure)))
                .collect(),
        ),
        (
            "unions",
            client
                .unions
                .iter()
                .map(|union| (union.name.wire.clone(), table.union(union)))
                .collect(),
        ),
        (
            "enums",
            client
                .enums
                .iter()
                .map(|shape| (shape.name.wire.clone(), table.enum_shape(shape)))
                .collect(),
        ),
    ]
}

struct TableWriter<'a> {
    names: Names<'a>,
    facts: Facts<'a>,
}

impl TableWriter<'_> {
    fn operation(&self, operation: &Operation, unsigned: bool) -> Value {
        let mut value = json!({
            "method": operation.method,
            "uri": uri(operation),
            "status": self.facts.success_status(&operation.name.wire),
            "errors": operation.errors.iter().map(|error| &error.name.wire).collect::<Vec<_>>(),
        });
        if unsigned {
            value["unsigned"] = true.into();
        }
        value
    }

    fn structure(&self, structure: &Structure) -> Value {
        let members = structure.members.iter();
        let members = members.map(|member| self.member(structure, member));
        json!({"members": members.collect::<Vec<_>>()})
    }

    /// Returns an error, without the member that only clients add.
    fn error(&self, error: &Structure) -> Value {
        let code = &error.name.wire;
        let members = error.members.iter();
        let members = members.filter(|member| self.facts.declares(code, &member.model));
        let is_message = |member: &&Member| {
            let name = member.model.to_ascii_lowercase();
            let names = ["message", "errormessage", "exceptionmessage"];
            member.ty == Type::String && names.contains(&&*name)
        };
        let message = members.clone().find(is_message);
        let members = members.map(|member| self.member(error, member));
        json!({
            "status": self.facts.error_status(code),
            "message": message.map(|member| &member.model),
            "members": members.collect::<Vec<_>>(),
        })
    }

    fn member(&self, structure: &Structure, member: &Member) -> Value {
        let mut value = self.named(&member.model, &member.name.wire);
        if let Some(location) = location(structure, member) {
            value.insert("in".to_owned(), location);
        }
        if member.required {
            value.insert("required".to_owned(), true.into());
        }
        if let Some(default) = self.default(structure, member) {
            value.insert("default".to_owned(), default);
        }
        self.names
            .add_type(&mut value, &member.ty, &member.constraints);
        Value::Object(value)
    }

    /// Returns the value that the service uses for an absent member.
    ///
    /// An input's member has none if its default comes from the shape that it targets: these are the
    /// primitive types of Smithy 1, and in an update the absence means "unchanged".
    fn default(&self, structure: &Structure, member: &Member) -> Option<Value> {
        let (name, wire) = (&member.model, &structure.name.wire);
        match structure.role {
            // An absent stream is empty.
            _ if member.ty == Type::Stream => None,
            Role::Input => self.facts.input_default(wire, name),
            Role::Output => self.facts.output_default(wire, name),
            Role::Type => self.facts.structure_default(wire, name),
            Role::Error => self.facts.error_default(wire, name),
        }
    }

    fn union(&self, union: &crate::ir::Union) -> Value {
        let members = union.variants.iter().map(|variant| {
            let mut value = self.named(&variant.model, &variant.name.wire);
            match &variant.ty {
                Some(ty) => self.names.add_type(&mut value, ty, &variant.constraints),
                None => {
                    value.insert("type".to_owned(), "unit".into());
                }
            }
            Value::Object(value)
        });
        json!({"members": members.collect::<Vec<_>>()})
    }

    fn enum_shape(&self, shape: &crate::ir::Enum) -> Value {
        let internal = self.facts.internal_values(&shape.name.wire);
        let (hidden, values): (Vec<&String>, Vec<&String>) = shape
            .wire_values
            .iter()
            .partition(|value| internal.contains(&value.as_str()));
        match hidden.is_empty() {
            true => json!({"values": values}),
            false => json!({"values": values, "internal": hidden}),
        }
    }

    fn named(&self, model: &str, wire: &str) -> Map<String, Value> {
        let mut value = Map::new();
        value.insert("name".to_owned(), model.into());
        if wire != model {
            value.insert("wire".to_owned(), wire.into());
        }
        value
    }
}

/// Returns the URI as the model writes it.
fn uri(operation: &Operation) -> String {
    let parts = operation.path.iter().map(|part| match part {
        PathPart::Literal(text) => text.clone(),
        PathPart::Label { member, greedy } => {
            let name = operation.input.members.get(*member);
            let name = name.map_or("", |member| &member.model);
            format!("{{{name}{}}}", if *greedy { "+" } else { "" })
        }
    });
    let path: String = parts.collect();
    match operation.query_literals.join("&") {
        query if query.is_empty() => path,
        query => format!("{path}?{query}"),
    }
}

/// Returns the part of the HTTP message that contains the member; `None` if it is the JSON body.
fn location(structure: &Structure, member: &Member) -> Option<Value> {
    Some(match &member.location {
        Location::Body => return None,
        Location::Label => "label".into(),
        Location::Query(name) => json!({"query": name}),
        Location::QueryParams => "queryParams".into(),
        Location::Header(name) => json!({"header": name}),
        Location::EncodedHeader(name) => json!({"encodedHeader": name}),
        Location::PrefixHeaders(prefix) => json!({"prefixHeaders": prefix}),
        Location::Payload => {
            let payload = structure.payload.as_ref();
            json!({"payload": payload.map_or("", |payload| &payload.content_type)})
        }
        Location::ResponseCode => "responseCode".into(),
    })
}

#[cfg(test)]
mod tests;
