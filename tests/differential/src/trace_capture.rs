//! Captures `tracing` spans and events at all levels.

use std::fmt::{self, Debug};
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

use tracing::field::{Field, Visit};
use tracing::instrument::WithSubscriber as _;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;

use crate::hooks::hide_parser_error;

/// A new span, a later record of a span, or an event.
#[derive(Clone, Debug)]
pub struct Line {
    pub kind: Kind,
    pub level: tracing::Level,
    pub target: &'static str,
    /// The span's name. An event's name is its source location, which is ignored.
    pub name: &'static str,
    pub fields: Vec<(&'static str, String)>,
    /// The names of the enclosing spans, outermost first.
    pub within: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Span,
    Record,
    Event,
}

/// Runs `future` and returns its output with the lines captured meanwhile.
pub async fn capture<F: Future>(future: F) -> (F::Output, Vec<Line>) {
    let lines = Lines::default();
    let subscriber = tracing_subscriber::registry().with(lines.clone());
    let output = future.with_subscriber(subscriber).await;
    let lines = std::mem::take(&mut *lines.0.lock().unwrap_or_else(PoisonError::into_inner));
    (output, lines)
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<Line>>>);

impl Lines {
    fn push<S>(
        &self,
        kind: Kind,
        metadata: &Metadata<'static>,
        fields: Fields,
        span: Option<&Id>,
        context: &Context<'_, S>,
    ) where
        S: Subscriber + for<'a> LookupSpan<'a>,
    {
        let scope = span.and_then(|id| context.span_scope(id));
        let spans = scope.into_iter().flat_map(|scope| scope.from_root());
        let line = Line {
            kind,
            level: *metadata.level(),
            target: metadata.target(),
            name: metadata.name(),
            fields: fields.0,
            within: spans.map(|span| span.name()).collect(),
        };
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(line);
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Lines {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let fields = Fields::record(|fields| attributes.record(fields));
        self.push(
            Kind::Span,
            attributes.metadata(),
            fields,
            Some(id),
            &context,
        );
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let fields = Fields::record(|fields| values.record(fields));
        if let Some(metadata) = context.metadata(id) {
            self.push(Kind::Record, metadata, fields, Some(id), &context);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let fields = Fields::record(|fields| event.record(fields));
        let span = context.event_span(event).map(|span| span.id());
        self.push(
            Kind::Event,
            event.metadata(),
            fields,
            span.as_ref(),
            &context,
        );
    }
}

#[derive(Default)]
struct Fields(Vec<(&'static str, String)>);

impl Fields {
    fn record(visit: impl FnOnce(&mut Self)) -> Self {
        let mut fields = Self::default();
        visit(&mut fields);
        fields
    }
}

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.push((field.name(), format!("{value:?}")));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push((field.name(), value.to_owned()));
    }
}

/// The clients' crates, as opposed to the AWS runtime crates that they share.
const CLIENT_CRATES: [&str; 3] = ["aws_sdk_ivs", "ivs_sdk", "restjson1_runtime"];

impl Line {
    /// Returns `true` if a client crate wrote the line.
    pub fn is_from_client(&self) -> bool {
        CLIENT_CRATES.contains(&self.target.split("::").next().unwrap_or_default())
    }

    /// Returns the target without the client crate's name, which necessarily differs.
    ///
    /// Spans keep the operation's module. Events become `CRATE`: ours come from the runtime crate,
    /// the official client's from each operation's module.
    fn target(&self) -> &str {
        match self.target.split_once("::") {
            Some((_, module)) if self.is_from_client() && self.kind == Kind::Span => module,
            _ if self.is_from_client() => "CRATE",
            _ => self.target,
        }
    }
}

impl fmt::Display for Line {
    /// Writes the line without details that differ between runs or are private to a client.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.kind == Kind::Event {
            ""
        } else {
            self.name
        };
        write!(f, "{:?} {} {} {name}", self.kind, self.level, self.target())?;
        for (name, value) in &self.fields {
            match *name {
                // A random correlation id.
                "sdk_invocation_id" => {
                    let digits = value.bytes().filter(u8::is_ascii_digit).count();
                    write!(f, " {name}={digits} digits of {}", value.len())?;
                }
                // A counter of the process.
                "partition" => write!(f, " {name}")?,
                // Contains the names of the clients' private types.
                "runtime_components" => write!(f, " {name}")?,
                _ => write!(f, " {name}={}", hide_parser_error(value.clone()))?,
            }
        }
        write!(f, " within {:?}", self.within)
    }
}
