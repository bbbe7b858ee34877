// …

#[path = "prn_/builders.rs"]
pub mod builders;

#[path = "prn_/paginator.rs"]
pub mod paginator;

// …
