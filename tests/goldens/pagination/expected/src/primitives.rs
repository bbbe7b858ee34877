// …

pub use aws_smithy_types::date_time::Format as DateTimeFormat;
pub use aws_smithy_types::{Blob, DateTime};
pub use restjson1_runtime::paginate::{Position, TokenCycle};

// …
