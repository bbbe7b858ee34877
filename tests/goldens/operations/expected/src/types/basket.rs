// …

/// The structure `Basket`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Basket {
    /// The value of `weight`.
    pub weight: Option<f64>,
    /// The value of `inner`.
    pub inner: Option<Box<types::Basket>>,
}

// …
