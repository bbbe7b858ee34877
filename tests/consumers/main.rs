//! Packages outside the workspace, built and run as their authors would.

#![forbid(unsafe_code)]

mod consumer;
mod faked;
mod lean;
mod mocked;
mod patched;
mod readme;
mod renamed;
mod wasm;
