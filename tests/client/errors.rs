//! Every declared error of every operation arrives as its own variant, with all it carries.

mod expected;
mod observe;
mod table;
