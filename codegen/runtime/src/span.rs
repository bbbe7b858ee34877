//! The tracing span of a call.
//!
//! The macros of `tracing` generate statics and code for each span. The spans of operations only
//! differ in names, so this module creates their call sites at run time, equivalent to those of the
//! macros.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use tracing::level_filters::{LevelFilter, STATIC_MAX_LEVEL};
use tracing::subscriber::Interest;
use tracing::{Level, Metadata, Span, dispatcher};
use tracing_core::callsite::{self, Callsite, Identifier};
use tracing_core::field::{FieldSet, Value};
use tracing_core::metadata::Kind;

use crate::operation::Names;

const FIELDS: &[&str] = &[
    "rpc.service",
    "rpc.method",
    "sdk_invocation_id",
    "rpc.system",
];

const NEVER: u8 = 0;
const SOMETIMES: u8 = 1;
const ALWAYS: u8 = 2;

/// The call site of the span of an operation.
#[derive(Debug)]
pub(crate) struct SpanSite {
    // Set after the site is created, because it refers to the site.
    metadata: OnceLock<Metadata<'static>>,
    interest: AtomicU8,
}

impl SpanSite {
    /// Creates the site of an operation, which lives until the process ends, like all sites.
    pub(crate) fn leak(names: &Names) -> &'static Self {
        let site: &'static Self = Box::leak(Box::new(Self {
            metadata: OnceLock::new(),
            interest: AtomicU8::new(SOMETIMES),
        }));
        site.metadata.get_or_init(|| {
            Metadata::new(
                names.span,
                names.module,
                Level::DEBUG,
                None,
                None,
                Some(names.module),
                FieldSet::new(FIELDS, Identifier(site)),
                Kind::SPAN,
            )
        });
        callsite::register(site);
        site
    }

    fn static_metadata(&'static self) -> &'static Metadata<'static> {
        self.metadata
            .get()
            .expect("set before the site is returned")
    }

    /// Creates a span, which is disabled if no subscriber is interested.
    pub(crate) fn span(&'static self, names: &Names) -> Span {
        let metadata = self.static_metadata();
        // A random number of seven digits identifies the log lines of one call.
        let id = fastrand::u32(1_000_000..10_000_000);
        let mut fields = metadata.fields().iter();
        let mut next = || fields.next();
        let (Some(service), Some(method), Some(invocation), Some(system)) =
            (next(), next(), next(), next())
        else {
            return Span::none();
        };
        let values: [(_, Option<&dyn Value>); 4] = [
            (&service, Some(&names.service.id)),
            (&method, Some(&names.operation)),
            (&invocation, Some(&id)),
            (&system, Some(&"aws-api")),
        ];
        let values = metadata.fields().value_set(&values);
        if self.is_enabled() {
            return Span::new(metadata, &values);
        }
        let span = Span::new_disabled(metadata);
        // Records the values if `tracing` is built with the feature `log`.
        span.record_all(&values);
        span
    }

    fn is_enabled(&'static self) -> bool {
        Level::DEBUG <= STATIC_MAX_LEVEL
            && Level::DEBUG <= LevelFilter::current()
            && match self.interest.load(Ordering::Relaxed) {
                NEVER => false,
                ALWAYS => true,
                _ => dispatcher::get_default(|dispatch| dispatch.enabled(self.static_metadata())),
            }
    }
}

impl Callsite for SpanSite {
    fn set_interest(&self, interest: Interest) {
        let interest = if interest.is_never() {
            NEVER
        } else if interest.is_always() {
            ALWAYS
        } else {
            SOMETIMES
        };
        self.interest.store(interest, Ordering::Relaxed);
    }

    fn metadata(&self) -> &Metadata<'_> {
        self.metadata
            .get()
            .expect("set before the site is registered")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use tracing::field::{Field, Visit};
    use tracing::span::{Attributes, Id, Record};
    use tracing::{Event, Metadata, Subscriber};

    use super::SpanSite;
    use crate::operation::Operation as _;
    use crate::testing::Greet;

    /// A subscriber that records new spans.
    struct Recorder {
        level: tracing::Level,
        recorded: Arc<Mutex<Vec<String>>>,
    }

    struct Fields(Vec<String>);

    impl Visit for Fields {
        fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
            self.0.push(format!("{}={value:?}", field.name()));
        }
    }

    impl Subscriber for Recorder {
        fn enabled(&self, metadata: &Metadata<'_>) -> bool {
            *metadata.level() <= self.level
        }

        fn new_span(&self, span: &Attributes<'_>) -> Id {
            let mut fields = Fields(Vec::new());
            span.record(&mut fields);
            let metadata = span.metadata();
            let mut line = vec![format!("{}@{}", metadata.name(), metadata.target())];
            line.extend(fields.0);
            self.recorded
                .lock()
                .expect("not poisoned")
                .push(line.join(" "));
            Id::from_u64(1)
        }

        fn record(&self, _: &Id, _: &Record<'_>) {}
        fn record_follows_from(&self, _: &Id, _: &Id) {}
        fn event(&self, _: &Event<'_>) {}
        fn enter(&self, _: &Id) {}
        fn exit(&self, _: &Id) {}
    }

    fn recorded(level: tracing::Level) -> Vec<String> {
        let recorded = Arc::default();
        let recorder = Recorder {
            level,
            recorded: Arc::clone(&recorded),
        };
        tracing::subscriber::with_default(recorder, || {
            let site = SpanSite::leak(&Greet::NAMES);
            drop(site.span(&Greet::NAMES));
        });
        let recorded = recorded.lock().expect("not poisoned");
        recorded.clone()
    }

    #[test]
    fn a_span_is_recorded_with_its_fields() {
        let spans = recorded(tracing::Level::DEBUG);
        let [span] = &*spans else {
            panic!("one span: {spans:?}")
        };
        let (start, rest) = span.split_once(" sdk_invocation_id=").expect("an id");
        assert_eq!(
            start,
            "greeter.Greet@restjson1_runtime::testing rpc.service=\"greeter\" rpc.method=\"Greet\""
        );
        let (id, end) = rest.split_once(' ').expect("a field after the id");
        assert_eq!((id.len(), end), (7, "rpc.system=\"aws-api\""));
    }

    #[test]
    fn spans_are_disabled_at_the_info_level() {
        assert_eq!(recorded(tracing::Level::INFO), [""; 0]);
    }
}
