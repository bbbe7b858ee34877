//! What is heard of `tracing`: spans and events at all levels.

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

use crate::hooks::without_parser;

/// A span, what was recorded of it later, or an event.
#[derive(Clone, Debug)]
pub struct Line {
    pub kind: Kind,
    pub level: tracing::Level,
    pub target: &'static str,
    /// A span's name; an event's place in the sources is of no account.
    pub name: &'static str,
    pub fields: Vec<(&'static str, String)>,
    /// The names of the spans around it.
    pub within: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Span,
    Record,
    Event,
}

/// What `future` comes to, and all that was heard meanwhile.
pub async fn listen<F: Future>(future: F) -> (F::Output, Vec<Line>) {
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
        around: Option<&Id>,
        context: &Context<'_, S>,
    ) where
        S: Subscriber + for<'a> LookupSpan<'a>,
    {
        let scope = around.and_then(|id| context.span_scope(id));
        let scope = scope.into_iter().flat_map(|scope| scope.from_root());
        let line = Line {
            kind,
            level: *metadata.level(),
            target: metadata.target(),
            name: metadata.name(),
            fields: fields.0,
            within: scope.map(|span| span.name()).collect(),
        };
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(line);
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Lines {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let fields = Fields::of(|fields| attributes.record(fields));
        self.push(
            Kind::Span,
            attributes.metadata(),
            fields,
            Some(id),
            &context,
        );
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let fields = Fields::of(|fields| values.record(fields));
        if let Some(metadata) = context.metadata(id) {
            self.push(Kind::Record, metadata, fields, Some(id), &context);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let fields = Fields::of(|fields| event.record(fields));
        let around = context.event_span(event).map(|span| span.id());
        self.push(
            Kind::Event,
            event.metadata(),
            fields,
            around.as_ref(),
            &context,
        );
    }
}

#[derive(Default)]
struct Fields(Vec<(&'static str, String)>);

impl Fields {
    fn of(record: impl FnOnce(&mut Self)) -> Self {
        let mut fields = Self::default();
        record(&mut fields);
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

/// The crates whose lines are the clients' own.
const OWN: [&str; 3] = ["aws_sdk_ivs", "ivs_sdk", "restjson1_runtime"];

impl Line {
    /// Whether one of the clients' own crates wrote it.
    pub fn is_own(&self) -> bool {
        OWN.contains(&self.target.split("::").next().unwrap_or_default())
    }

    /// The target with `CRATE` in the place of the client's crate, in which the two are bound to
    /// differ; of a span with the operation's module. Events of ours come from the crate that it
    /// stands on, where the official client has code in each operation's module.
    fn target(&self) -> &str {
        match self.target.split_once("::") {
            Some((_, module)) if self.is_own() && self.kind == Kind::Span => module,
            _ if self.is_own() => "CRATE",
            _ => self.target,
        }
    }
}

impl fmt::Display for Line {
    /// The line without what is different in every run, and what is the client's own affair.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.kind == Kind::Event {
            ""
        } else {
            self.name
        };
        write!(f, "{:?} {} {} {name}", self.kind, self.level, self.target())?;
        for (name, value) in &self.fields {
            match *name {
                // A number that ties lines together.
                "sdk_invocation_id" => {
                    let digits = value.bytes().filter(u8::is_ascii_digit).count();
                    write!(f, " {name}={digits} digits of {}", value.len())?;
                }
                // Counted through the process.
                "partition" => write!(f, " {name}")?,
                // The names of the clients' private types.
                "runtime_components" => write!(f, " {name}")?,
                _ => write!(f, " {name}={}", without_parser(value.clone()))?,
            }
        }
        write!(f, " within {:?}", self.within)
    }
}
