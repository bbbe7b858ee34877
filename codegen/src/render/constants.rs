//! Finds numbers of the model that look like constants, such as 3.14.

use std::f64::consts;

use proc_macro2::{TokenStream, TokenTree};

/// The constants that clippy knows.
const CONSTANTS: [f64; 19] = [
    consts::E,
    consts::FRAC_1_PI,
    consts::FRAC_1_SQRT_2,
    consts::FRAC_2_PI,
    consts::FRAC_2_SQRT_PI,
    consts::FRAC_PI_2,
    consts::FRAC_PI_3,
    consts::FRAC_PI_4,
    consts::FRAC_PI_6,
    consts::FRAC_PI_8,
    consts::LN_2,
    consts::LN_10,
    consts::LOG10_2,
    consts::LOG10_E,
    consts::LOG2_10,
    consts::LOG2_E,
    consts::PI,
    consts::SQRT_2,
    consts::TAU,
];

/// Returns `true` if a number in Rust source is close to a constant. Clippy would suggest the
/// constant, but the model may mean another number.
pub(super) fn are_in(source: &str) -> bool {
    // Few files have such numbers outside of comments, so most are not parsed.
    let mut code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    has_decimals(source) && code.any(has_decimals) && source.parse().is_ok_and(are_in_tokens)
}

fn has_decimals(text: &str) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    let mut points = text.match_indices('.');
    points.any(|(point, _)| is_digit(bytes.get(point + 1)) && is_digit(bytes[..point].last()))
}

fn are_in_tokens(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => are_in_tokens(group.stream()),
        TokenTree::Literal(literal) => is_close(&literal.to_string()),
        TokenTree::Ident(_) | TokenTree::Punct(_) => false,
    })
}

fn is_close(literal: &str) -> bool {
    // Most literals are documentation.
    if !literal.starts_with(|first: char| first.is_ascii_digit()) || !literal.contains('.') {
        return false;
    }
    let number = literal.trim_end_matches("f64").parse::<f64>();
    let is_close = |number: f64| {
        let mut constants = CONSTANTS.iter();
        constants.any(|constant| (number / constant - 1.0).abs() < 0.01)
    };
    number.is_ok_and(is_close)
}

#[cfg(test)]
mod tests {
    use super::are_in;

    #[test]
    fn numbers_close_to_constants_are_found() {
        assert!(are_in("a(-3.14)"));
        assert!(are_in("[0.0, {\n 0.6931f64 }]"));
        assert!(!are_in("// 3.14\n\"3.14\" 3 3.2 0.5 \"x\""));
    }
}
