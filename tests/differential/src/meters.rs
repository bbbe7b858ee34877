//! The metrics of both clients. There is one provider a process, so it is one for all scripts.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_observability::global::set_telemetry_provider;
use aws_smithy_observability::instruments::{
    AsyncInstrumentBuilder, AsyncMeasure, Histogram, InstrumentBuilder, MonotonicCounter,
    ProvideInstrument, UpDownCounter,
};
use aws_smithy_observability::meter::{Meter, ProvideMeter};
use aws_smithy_observability::{Attributes, Context, TelemetryProvider};

/// What was measured while somebody listened.
static HEARD: Mutex<Vec<String>> = Mutex::new(Vec::new());
static LISTENING: AtomicBool = AtomicBool::new(false);
static OPENTELEMETRY: AtomicBool = AtomicBool::new(false);

/// Sets the provider.
pub fn listen_for_ever() -> anyhow::Result<()> {
    let provider = TelemetryProvider::builder().meter_provider(Arc::new(Meters));
    Ok(set_telemetry_provider(provider.build())?)
}

/// Listens from now on, or not any more; what was heard until now.
pub fn listen(on: bool) -> Vec<String> {
    LISTENING.store(on, Ordering::Relaxed);
    std::mem::take(&mut HEARD.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Whether the provider calls itself by OpenTelemetry's name, which shows in user agents.
pub fn be_opentelemetry(on: bool) {
    OPENTELEMETRY.store(on, Ordering::Relaxed);
}

#[derive(Debug)]
struct Meters;

impl ProvideMeter for Meters {
    fn get_meter(&self, scope: &'static str, _: Option<&Attributes>) -> Meter {
        Meter::new(Arc::new(Instruments(scope)))
    }

    fn provider_name(&self) -> &'static str {
        match OPENTELEMETRY.load(Ordering::Relaxed) {
            true => "AwsSmithyObservabilityOtelProvider",
            false => "differential",
        }
    }
}

/// The instruments of one scope, which is the crate.
#[derive(Debug)]
struct Instruments(&'static str);

/// An instrument: scope, name and unit.
#[derive(Debug)]
struct Instrument(String);

type Measure<T> = Arc<dyn AsyncMeasure<Value = T>>;

/// All that the runtime measures is a histogram. When that changes, the scripts shall fail here.
const OTHER: &str = "an instrument that is no histogram: hear it here";

impl ProvideInstrument for Instruments {
    fn create_gauge(&self, _: AsyncInstrumentBuilder<'_, Measure<f64>, f64>) -> Measure<f64> {
        unimplemented!("{OTHER}")
    }

    fn create_up_down_counter(
        &self,
        _: InstrumentBuilder<'_, Arc<dyn UpDownCounter>>,
    ) -> Arc<dyn UpDownCounter> {
        unimplemented!("{OTHER}")
    }

    fn create_async_up_down_counter(
        &self,
        _: AsyncInstrumentBuilder<'_, Measure<i64>, i64>,
    ) -> Measure<i64> {
        unimplemented!("{OTHER}")
    }

    fn create_monotonic_counter(
        &self,
        _: InstrumentBuilder<'_, Arc<dyn MonotonicCounter>>,
    ) -> Arc<dyn MonotonicCounter> {
        unimplemented!("{OTHER}")
    }

    fn create_async_monotonic_counter(
        &self,
        _: AsyncInstrumentBuilder<'_, Measure<u64>, u64>,
    ) -> Measure<u64> {
        unimplemented!("{OTHER}")
    }

    fn create_histogram(
        &self,
        builder: InstrumentBuilder<'_, Arc<dyn Histogram>>,
    ) -> Arc<dyn Histogram> {
        // The scope is the crate, in which the two are bound to differ.
        let scope = match self.0 {
            "aws-sdk-ivs" | "ivs-sdk" => "CRATE",
            other => other,
        };
        let (name, units) = (builder.get_name(), builder.get_units().as_deref());
        Arc::new(Instrument(format!(
            "{scope} {name} in {}",
            units.unwrap_or("nothing")
        )))
    }
}

impl Histogram for Instrument {
    fn record(&self, value: f64, attributes: Option<&Attributes>, _: Option<&dyn Context>) {
        if !LISTENING.load(Ordering::Relaxed) {
            return;
        }
        let attributes = attributes.map(Attributes::attributes).into_iter().flatten();
        let mut attributes: Vec<_> = attributes.collect();
        attributes.sort_by_key(|(name, _)| *name);
        let heard = format!("{} = {value:?} {attributes:?}", self.0);
        HEARD
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(heard);
    }
}
