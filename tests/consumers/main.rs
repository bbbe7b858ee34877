//! Applications outside the workspace, built as their authors would and run against the loopback
//! service.

#![forbid(unsafe_code)]

mod consumer;
mod lean;
mod mocked;
mod patched;
mod renamed;
