//! What it costs to build with the client, in the order of the table.

use super::{Family as F, Measure, Unit as U, measure};

pub(super) const MEASURES: &[Measure] = &[
    measure(
        "lines",
        F::Lines,
        U::Lines,
        "lines of code of runtime and client",
    ),
    measure(
        "all-lines",
        F::Lines,
        U::Lines,
        "the same with comments and blank lines, as the files are",
    ),
    measure(
        "check",
        F::Compile,
        U::Seconds,
        "`cargo check` of runtime and client",
    ),
    measure("dev", F::Compile, U::Seconds, "dev build of them"),
    measure("release", F::Compile, U::Seconds, "release build of them"),
    measure("rustdoc", F::Compile, U::Seconds, "documentation of them"),
    measure(
        "consumer-dev",
        F::Consumers,
        U::Seconds,
        "clean dev build of a consumer, static credentials",
    ),
    measure(
        "consumer-release",
        F::Consumers,
        U::Seconds,
        "clean release build of a consumer, static credentials",
    ),
    measure(
        "consumer-ring-dev",
        F::Consumers,
        U::Seconds,
        "clean dev build of a consumer, static credentials, `rustls-ring` against the official default",
    ),
    measure(
        "consumer-ring-release",
        F::Consumers,
        U::Seconds,
        "clean release build of a consumer, static credentials, `rustls-ring` against the official default",
    ),
    measure(
        "consumer-config-dev",
        F::Consumers,
        U::Seconds,
        "clean dev build of a consumer, `aws_config::load_defaults`",
    ),
    measure(
        "consumer-config-release",
        F::Consumers,
        U::Seconds,
        "clean release build of a consumer, `aws_config::load_defaults`",
    ),
    measure(
        "crates",
        F::Crates,
        U::Crates,
        "crates compiled for the lean consumer",
    ),
    measure(
        "binary-same-tls",
        F::Binaries,
        U::Bytes,
        "stripped release binary, five operations, same TLS",
    ),
    measure(
        "binary-lean",
        F::Binaries,
        U::Bytes,
        "stripped release binary, `rustls-ring` against the official default",
    ),
    measure(
        "own-crate-1-release",
        F::OwnCrate,
        U::Seconds,
        "a consumer's own crate, one operation, release",
    ),
    measure(
        "own-crate-1-dev",
        F::OwnCrate,
        U::Seconds,
        "a consumer's own crate, one operation, dev",
    ),
    measure(
        "own-crate-1-incremental",
        F::OwnCrate,
        U::Seconds,
        "a consumer's own crate, one operation, dev, after an edit",
    ),
    measure(
        "own-crate-5-release",
        F::OwnCrate,
        U::Seconds,
        "a consumer's own crate, five operations, release",
    ),
    measure(
        "own-crate-5-dev",
        F::OwnCrate,
        U::Seconds,
        "a consumer's own crate, five operations, dev",
    ),
    measure(
        "own-crate-5-incremental",
        F::OwnCrate,
        U::Seconds,
        "a consumer's own crate, five operations, dev, after an edit",
    ),
];
