//! `ivs-fake`: an Amazon Interactive Video Service on loopback.
#![forbid(unsafe_code)]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use ivs_fake::{Clock, Fake, Quotas, credentials};

/// Serves an Amazon Interactive Video Service on 127.0.0.1.
///
/// The first line of standard output is the URL. Point any client at it, for example
/// `AWS_ENDPOINT_URL=URL aws ivs list-channels`. POST and GET below URL/_fake/ control encoders,
/// viewers, time and faults. The process ends on SIGTERM or Ctrl-C, after open requests.
#[derive(Parser)]
#[command(name = "ivs-fake", version)]
struct Args {
    /// Port to listen on; 0 stands for a free one.
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// File that keeps the state across restarts; created by the first change.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// Seed that makes ids and keys repeatable.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Let time stand at the beginning of the year 2026 until it is advanced.
    #[arg(long)]
    manual_clock: bool,
    /// Reject requests not signed with the access key id `ivs-fake` and the secret key `ivs-fake`.
    #[arg(long)]
    strict: bool,
    /// Enforce the published call rates in addition to the counts of resources.
    #[arg(long)]
    quotas: bool,
}

fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ivs-fake: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(args: Args) -> Result<()> {
    let mut builder = Fake::builder().strict(args.strict);
    if let Some(seed) = args.seed {
        builder = builder.seed(seed);
    }
    if args.manual_clock {
        builder = builder.clock(Clock::manual());
    }
    if let Some(file) = args.state {
        builder = builder.state_file(file);
    }
    if args.quotas {
        builder = builder.quotas(Quotas::published());
    }
    let fake = builder.start()?;
    let runtime = tokio::runtime::Runtime::new().context("cannot start the runtime")?;
    runtime.block_on(async {
        let port = args.port;
        let server = fake.serve_on(port).await.with_context(|| {
            format!("cannot listen on 127.0.0.1:{port}; choose another --port, or 0 for a free one")
        })?;
        // Before the address is printed, because a script may stop the process right after.
        let stop = stop_signal()?;
        let mut stdout = std::io::stdout();
        writeln!(stdout, "{}", server.endpoint()).context("cannot write to standard output")?;
        stdout.flush().context("cannot write to standard output")?;
        if args.strict {
            let known = credentials();
            eprintln!(
                "access key id {}, secret key {}",
                known.access_key, known.secret_key
            );
        }
        stop.await;
        server.stop().await;
        Ok(())
    })
}

/// Returns a future that ends when the process is asked to stop.
#[cfg(unix)]
fn stop_signal() -> Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let listen = |kind| signal(kind).context("cannot listen for signals");
    let (mut terminate, mut interrupt) = (
        listen(SignalKind::terminate())?,
        listen(SignalKind::interrupt())?,
    );
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Returns a future that ends when the process is asked to stop.
#[cfg(not(unix))]
fn stop_signal() -> Result<impl Future<Output = ()>> {
    Ok(async {
        // If the signal cannot be awaited, the process runs until it is killed.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
