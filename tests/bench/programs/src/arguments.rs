//! The programs' arguments. They are started by the bench alone: what is wrong ends them.

/// The arguments, which are called `names`.
pub(crate) fn take<const N: usize>(names: [&str; N]) -> [String; N] {
    let given: Vec<String> = std::env::args().skip(1).collect();
    given.try_into().unwrap_or_else(|given| {
        panic!("usage: {}, given were {given:?}", names.join(" "));
    })
}

/// The number that `text` is.
pub(crate) fn number<T: std::str::FromStr>(text: &str) -> T {
    text.parse()
        .unwrap_or_else(|_| panic!("{text} is no number of this kind"))
}
