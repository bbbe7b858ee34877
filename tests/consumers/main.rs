//! Applications outside the workspace, built like any application and run against the loopback
//! service.

#![forbid(unsafe_code)]

mod consumer;
mod lean;
mod mocked;
mod patched;
mod renamed;
