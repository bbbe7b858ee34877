//! Traits of Smithy's prelude, except those about HTTP and authentication.

use serde_json::Value;

use super::form::Form;
use super::row::{DEFINITION, DOCUMENTS, Row, TOOLS, XML, implemented, without_effect};
use super::{Traits, ids};

pub(super) const ROWS: &[Row] = &[
    without_effect(
        "smithy.api#addedDefault",
        "the default itself has the effect",
    ),
    without_effect("smithy.api#box", "in Smithy 2, defaults replace it"),
    implemented(ids::CLIENT_OPTIONAL, Form::Any),
    implemented(ids::DEFAULT, Form::Any),
    implemented(ids::DEPRECATED, Form::Strings(&["message", "since"])),
    implemented(ids::DOCUMENTATION, Form::String),
    implemented(ids::ENUM, Form::EnumDefinitions),
    implemented(ids::ENUM_VALUE, Form::EnumValue),
    implemented(ids::ERROR, Form::OneOf(&["client", "server"])),
    without_effect(
        "smithy.api#eventHeader",
        "operations with event streams are rejected",
    ),
    without_effect(
        "smithy.api#eventPayload",
        "operations with event streams are rejected",
    ),
    implemented(ids::EXAMPLES, Form::Any),
    without_effect(ids::EXTERNAL_DOCUMENTATION, DOCUMENTS),
    without_effect("smithy.api#idRef", TOOLS),
    implemented(ids::IDEMPOTENCY_TOKEN, Form::Any),
    implemented(ids::IDEMPOTENT, Form::Any),
    without_effect("smithy.api#input", "all inputs are treated the same"),
    without_effect("smithy.api#internal", TOOLS),
    implemented(ids::JSON_NAME, Form::String),
    implemented(ids::LENGTH, Form::Object),
    without_effect("smithy.api#longPoll", "timeouts are settings of the client"),
    without_effect("smithy.api#metadata", TOOLS),
    implemented(ids::MIXIN, Form::Any),
    without_effect("smithy.api#nestedProperties", TOOLS),
    without_effect("smithy.api#noReplace", TOOLS),
    without_effect("smithy.api#notProperty", TOOLS),
    without_effect("smithy.api#output", "all outputs are treated the same"),
    implemented(
        ids::PAGINATED,
        Form::Strings(&["inputToken", "outputToken", "pageSize", "items"]),
    ),
    implemented(ids::PATTERN, Form::String),
    without_effect("smithy.api#private", TOOLS),
    without_effect("smithy.api#property", TOOLS),
    without_effect("smithy.api#protocolDefinition", DEFINITION),
    implemented(ids::RANGE, Form::Object),
    implemented(ids::READONLY, Form::Any),
    without_effect("smithy.api#recommended", DOCUMENTS),
    without_effect("smithy.api#references", TOOLS),
    implemented(ids::REQUIRED, Form::Any),
    implemented(ids::REQUIRES_LENGTH, Form::Any),
    without_effect("smithy.api#resourceIdentifier", TOOLS),
    implemented(ids::RETRYABLE, Form::Object),
    implemented(ids::SENSITIVE, Form::Any),
    without_effect("smithy.api#since", DOCUMENTS),
    implemented(ids::SPARSE, Form::Any),
    implemented(ids::STREAMING, Form::Any),
    without_effect("smithy.api#suppress", TOOLS),
    without_effect("smithy.api#tags", TOOLS),
    implemented(
        ids::TIMESTAMP_FORMAT,
        Form::OneOf(&["date-time", "epoch-seconds", "http-date"]),
    ),
    implemented(ids::TITLE, Form::String),
    without_effect("smithy.api#trait", DEFINITION),
    without_effect("smithy.api#traitValidators", DEFINITION),
    implemented(ids::UNIQUE_ITEMS, Form::Any),
    without_effect("smithy.api#unitType", "only `smithy.api#Unit` has it"),
    without_effect("smithy.api#unstable", DOCUMENTS),
    without_effect("smithy.api#xmlAttribute", XML),
    without_effect("smithy.api#xmlFlattened", XML),
    without_effect("smithy.api#xmlName", XML),
    without_effect("smithy.api#xmlNamespace", XML),
];

/// The trait `paginated`.
#[derive(Clone, Debug)]
pub(crate) struct PaginatedTrait<'a> {
    pub(crate) input_token: Option<&'a str>,
    pub(crate) output_token: Option<&'a str>,
    pub(crate) page_size: Option<&'a str>,
    pub(crate) items: Option<&'a str>,
}

/// A documentation text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Documentation<'a> {
    pub(crate) text: &'a str,
    pub(crate) author: Author,
}

/// The author of a documentation text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    /// The author of the model, who writes HTML, or Markdown that was never rendered.
    Model,
    /// The author of an overlay, who writes Markdown with names of the API in backticks.
    Overlay,
}

/// The trait `deprecated`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DeprecatedTrait<'a> {
    pub(crate) message: Option<&'a str>,
    /// The date or version of the deprecation; any string.
    pub(crate) since: Option<&'a str>,
}

/// A definition in the trait `enum`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EnumDefinition<'a> {
    pub(crate) value: &'a str,
    pub(crate) name: Option<&'a str>,
    pub(crate) documentation: Option<Documentation<'a>>,
    pub(crate) is_deprecated: bool,
}

/// The trait `timestampFormat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimestampFormat {
    /// RFC 3339.
    DateTime,
    /// RFC 7231.
    HttpDate,
    /// Seconds since the epoch.
    EpochSeconds,
}

impl Traits {
    /// Returns the documentation, unless it is blank.
    pub(crate) fn documentation(&self) -> Option<Documentation<'_>> {
        self.authored(ids::DOCUMENTATION, self.string(ids::DOCUMENTATION)?)
    }

    /// Returns documentation in the value of the trait `id`, unless it is blank.
    pub(crate) fn authored<'a>(&self, id: &str, text: &'a str) -> Option<Documentation<'a>> {
        let author = match self.is_overlaid(id) {
            true => Author::Overlay,
            false => Author::Model,
        };
        (!text.trim().is_empty()).then_some(Documentation { text, author })
    }

    pub(crate) fn title(&self) -> Option<&str> {
        self.string(ids::TITLE)
    }

    pub(crate) fn deprecated(&self) -> Option<DeprecatedTrait<'_>> {
        let value = self.get(ids::DEPRECATED)?;
        let string = |key| value.get(key).and_then(Value::as_str);
        Some(DeprecatedTrait {
            message: string("message"),
            since: string("since"),
        })
    }

    pub(crate) fn is_required(&self) -> bool {
        self.has(ids::REQUIRED)
    }

    pub(crate) fn is_client_optional(&self) -> bool {
        self.has(ids::CLIENT_OPTIONAL)
    }

    pub(crate) fn is_sensitive(&self) -> bool {
        self.has(ids::SENSITIVE)
    }

    pub(crate) fn is_sparse(&self) -> bool {
        self.has(ids::SPARSE)
    }

    /// Returns the default value; `None` also for null, which removes the target's default.
    pub(crate) fn default_value(&self) -> Option<&Value> {
        self.get(ids::DEFAULT).filter(|value| !value.is_null())
    }

    pub(crate) fn enum_value(&self) -> Option<&Value> {
        self.get(ids::ENUM_VALUE)
    }

    /// Returns the definitions of the deprecated trait `enum`.
    pub(crate) fn enum_definitions(&self) -> Option<Vec<EnumDefinition<'_>>> {
        let definitions = self.get(ids::ENUM)?.as_array()?;
        let definitions = definitions.iter().filter_map(|definition| {
            let string = |key| definition.get(key).and_then(Value::as_str);
            Some(EnumDefinition {
                value: string("value")?,
                name: string("name"),
                documentation: string("documentation").and_then(|text| {
                    let id = string("name").map_or_else(String::new, enum_value_id);
                    self.authored(&id, text)
                }),
                is_deprecated: definition.get("deprecated").and_then(Value::as_bool) == Some(true),
            })
        });
        Some(definitions.collect())
    }

    /// Documents the definitions with this name in the deprecated trait `enum`, on behalf of an
    /// overlay.
    pub(in crate::ast) fn document_enum_value(&mut self, name: &str, text: &str) {
        let definitions = self.values.get_mut(ids::ENUM).and_then(Value::as_array_mut);
        for definition in definitions.into_iter().flatten() {
            if definition.get("name").and_then(Value::as_str) == Some(name)
                && let Some(definition) = definition.as_object_mut()
            {
                definition.insert("documentation".to_owned(), text.into());
                self.overlaid.insert(enum_value_id(name));
            }
        }
    }

    pub(crate) fn json_name(&self) -> Option<&str> {
        self.string(ids::JSON_NAME)
    }

    /// Returns the timestamp format; `Err` holds an unknown name.
    pub(crate) fn timestamp_format(&self) -> Option<Result<TimestampFormat, &str>> {
        self.string(ids::TIMESTAMP_FORMAT)
            .map(|string| match string {
                "date-time" => Ok(TimestampFormat::DateTime),
                "http-date" => Ok(TimestampFormat::HttpDate),
                "epoch-seconds" => Ok(TimestampFormat::EpochSeconds),
                unknown => Err(unknown),
            })
    }

    pub(crate) fn is_streaming(&self) -> bool {
        self.has(ids::STREAMING)
    }

    pub(crate) fn paginated(&self) -> Option<PaginatedTrait<'_>> {
        let value = self.get(ids::PAGINATED)?;
        let string = |key| value.get(key).and_then(Value::as_str);
        Some(PaginatedTrait {
            input_token: string("inputToken"),
            output_token: string("outputToken"),
            page_size: string("pageSize"),
            items: string("items"),
        })
    }

    /// Returns the ids of the traits that shapes do not inherit from the mixin.
    pub(in crate::ast) fn local_traits(&self) -> Vec<&str> {
        let value = self.get(ids::MIXIN);
        let local = value.and_then(|value| value.get("localTraits")?.as_array());
        let local = local.into_iter().flatten();
        local.filter_map(Value::as_str).collect()
    }
}

/// Returns the id of a value's documentation in the trait `enum`, to mark it as overlaid.
fn enum_value_id(name: &str) -> String {
    format!("{}${name}", ids::ENUM)
}
