// …

/// The structure `Basket`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Basket {
    /// The `weight` member.
    pub weight: Option<f64>,
    /// The `inner` member.
    pub inner: Option<Box<types::Basket>>,
}

// …
