//! Features that the official client lacks.

mod errors;
mod pages;
mod repeating;
mod retry_environment;
mod sent;
mod waiting;
