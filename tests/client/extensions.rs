//! Features that the official client lacks.

mod errors;
mod pages;
mod repeating;
mod waiting;
