// …

/// A colour.
///
/// The service may add values: match with a wildcard arm, and use [`as_str`](Self::as_str) to
/// tell unknown values apart.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Colour {
    /// The value `BLUE`.
    Blue,
    /// Like a tomato.
    ///
    /// On the wire: `RED`.
    Red,
    /// A value that this version of the crate does not know.
    #[deprecated(
        note = "match unknown values with a wildcard arm and `as_str`; later versions may add variants"
    )]
    Unknown(UnknownVariantValue),
}

// …
