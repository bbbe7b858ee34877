//! Records the metrics of both clients with one global provider: a process allows only one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_observability::global::set_telemetry_provider;
use aws_smithy_observability::instruments::{
    AsyncInstrumentBuilder, AsyncMeasure, Histogram, InstrumentBuilder, MonotonicCounter,
    ProvideInstrument, UpDownCounter,
};
use aws_smithy_observability::meter::{Meter, ProvideMeter};
use aws_smithy_observability::{Attributes, Context, TelemetryProvider};

/// The measurements made while recording.
static MEASUREMENTS: Mutex<Vec<String>> = Mutex::new(Vec::new());
static RECORDING: AtomicBool = AtomicBool::new(false);
static OPENTELEMETRY: AtomicBool = AtomicBool::new(false);

/// Installs the global provider.
pub fn install() -> anyhow::Result<()> {
    let provider = TelemetryProvider::builder().meter_provider(Arc::new(TestMeterProvider));
    Ok(set_telemetry_provider(provider.build())?)
}

/// Starts or stops recording, and returns the measurements recorded so far.
pub fn set_recording(on: bool) -> Vec<String> {
    RECORDING.store(on, Ordering::Relaxed);
    std::mem::take(&mut MEASUREMENTS.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Sets whether the provider reports OpenTelemetry's name, which is visible in user agents.
pub fn set_opentelemetry(on: bool) {
    OPENTELEMETRY.store(on, Ordering::Relaxed);
}

#[derive(Debug)]
struct TestMeterProvider;

impl ProvideMeter for TestMeterProvider {
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

/// The instruments of one scope, which names a crate.
#[derive(Debug)]
struct Instruments(&'static str);

/// An instrument, described by its scope, name and unit.
#[derive(Debug)]
struct Instrument(String);

type Measure<T> = Arc<dyn AsyncMeasure<Value = T>>;

/// The panic message if the runtime starts to use instruments other than histograms.
const UNSUPPORTED: &str = "an instrument other than a histogram: record it here";

impl ProvideInstrument for Instruments {
    fn create_gauge(&self, _: AsyncInstrumentBuilder<'_, Measure<f64>, f64>) -> Measure<f64> {
        unimplemented!("{UNSUPPORTED}")
    }

    fn create_up_down_counter(
        &self,
        _: InstrumentBuilder<'_, Arc<dyn UpDownCounter>>,
    ) -> Arc<dyn UpDownCounter> {
        unimplemented!("{UNSUPPORTED}")
    }

    fn create_async_up_down_counter(
        &self,
        _: AsyncInstrumentBuilder<'_, Measure<i64>, i64>,
    ) -> Measure<i64> {
        unimplemented!("{UNSUPPORTED}")
    }

    fn create_monotonic_counter(
        &self,
        _: InstrumentBuilder<'_, Arc<dyn MonotonicCounter>>,
    ) -> Arc<dyn MonotonicCounter> {
        unimplemented!("{UNSUPPORTED}")
    }

    fn create_async_monotonic_counter(
        &self,
        _: AsyncInstrumentBuilder<'_, Measure<u64>, u64>,
    ) -> Measure<u64> {
        unimplemented!("{UNSUPPORTED}")
    }

    fn create_histogram(
        &self,
        builder: InstrumentBuilder<'_, Arc<dyn Histogram>>,
    ) -> Arc<dyn Histogram> {
        // The scope of a client is its crate, which necessarily differs.
        let scope = match self.0 {
            "aws-sdk-ivs" | "ivs-sdk" => "CRATE",
            other => other,
        };
        let (name, unit) = (builder.get_name(), builder.get_units().as_deref());
        let unit = unit.unwrap_or("no unit");
        Arc::new(Instrument(format!("{scope} {name} in {unit}")))
    }
}

impl Histogram for Instrument {
    fn record(&self, value: f64, attributes: Option<&Attributes>, _: Option<&dyn Context>) {
        if !RECORDING.load(Ordering::Relaxed) {
            return;
        }
        let attributes = attributes.map(Attributes::attributes).into_iter().flatten();
        let mut attributes: Vec<_> = attributes.collect();
        attributes.sort_by_key(|(name, _)| *name);
        let measurement = format!("{} = {value:?} {attributes:?}", self.0);
        MEASUREMENTS
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(measurement);
    }
}
