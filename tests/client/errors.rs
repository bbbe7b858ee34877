//! Every declared error of every operation is parsed into its variant, with all members.

mod expected;
mod observe;
mod table;
