//! The cost of building with the client, in the order of the table.

use super::{Family as F, Measure, Unit as U, measure};

pub(super) const MEASURES: &[Measure] = &[
    measure(
        "tokens",
        F::Code,
        U::Tokens,
        "Rust tokens of runtime and client",
    ),
    measure(
        "joined-tokens",
        F::Code,
        U::Tokens,
        "the same tokens, but operators such as `::` count once",
    ),
    measure(
        "all-lines",
        F::Code,
        U::Lines,
        "all lines of the same files as written, with comments, blank lines and inline tests",
    ),
    measure(
        "check",
        F::Compile,
        U::Seconds,
        "`cargo check` of runtime and client",
    ),
    measure(
        "dev",
        F::Compile,
        U::Seconds,
        "dev build of runtime and client",
    ),
    measure(
        "release",
        F::Compile,
        U::Seconds,
        "release build of runtime and client",
    ),
    measure(
        "rustdoc",
        F::Compile,
        U::Seconds,
        "documentation of runtime and client",
    ),
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
        "clean dev build of a consumer, static credentials, ours with `rustls-ring`, official with default features",
    ),
    measure(
        "consumer-ring-release",
        F::Consumers,
        U::Seconds,
        "clean release build of a consumer, static credentials, ours with `rustls-ring`, official with default features",
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
        "crates compiled for a consumer, ours with `rustls-ring`, official with default features",
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
        "stripped release binary, ours with `rustls-ring`, official with default features",
    ),
    measure(
        "own-crate-1-release",
        F::OwnCrate,
        U::Seconds,
        "the consumer's own crate, one operation, release",
    ),
    measure(
        "own-crate-1-dev",
        F::OwnCrate,
        U::Seconds,
        "the consumer's own crate, one operation, dev",
    ),
    measure(
        "own-crate-1-incremental",
        F::OwnCrate,
        U::Seconds,
        "the consumer's own crate, one operation, dev, after an edit",
    ),
    measure(
        "own-crate-5-release",
        F::OwnCrate,
        U::Seconds,
        "the consumer's own crate, five operations, release",
    ),
    measure(
        "own-crate-5-dev",
        F::OwnCrate,
        U::Seconds,
        "the consumer's own crate, five operations, dev",
    ),
    measure(
        "own-crate-5-incremental",
        F::OwnCrate,
        U::Seconds,
        "the consumer's own crate, five operations, dev, after an edit",
    ),
];
