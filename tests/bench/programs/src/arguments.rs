//! Arguments of the programs. Only the bench starts them, so invalid arguments panic.

/// Returns the arguments, which are called `names` in the usage message.
pub(crate) fn take<const N: usize>(names: [&str; N]) -> [String; N] {
    let given: Vec<String> = std::env::args().skip(1).collect();
    given.try_into().unwrap_or_else(|given| {
        panic!(
            "usage: {}, but the arguments are {given:?}",
            names.join(" ")
        );
    })
}

/// Parses a number.
pub(crate) fn number<T: std::str::FromStr>(argument: &str) -> T {
    argument
        .parse()
        .unwrap_or_else(|_| panic!("{argument} is not a valid number"))
}
