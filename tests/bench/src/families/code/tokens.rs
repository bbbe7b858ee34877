//! Counts tokens.

use std::ops::Add;

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};

/// Operators of several characters. Without its last character, each is an operator too.
const OPERATORS: &[&str] = &[
    "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=", "/=", "%=", "^=", "&=",
    "|=", "<<", ">>", "<<=", ">>=", "..", "..=", "...",
];

/// The numbers of tokens by two definitions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tokens {
    /// Tokens of `proc_macro`: identifiers, literals, delimiters and characters of punctuation.
    pub(crate) all: usize,
    /// The same, but an operator of several characters counts once, and so does a lifetime.
    pub(crate) joined: usize,
}

impl Add for Tokens {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            joined: self.joined + other.joined,
        }
    }
}

/// Counts the tokens of `stream`.
pub(super) fn count(stream: TokenStream) -> Tokens {
    let mut operator = Operator::default();
    let counts = stream.into_iter().map(|token| match token {
        TokenTree::Ident(_) | TokenTree::Literal(_) => Tokens { all: 1, joined: 1 },
        TokenTree::Punct(punct) => Tokens {
            all: 1,
            joined: usize::from(operator.starts_with(&punct)),
        },
        TokenTree::Group(group) => {
            let delimiters = match group.delimiter() {
                Delimiter::None => Tokens::default(),
                _ => Tokens { all: 2, joined: 2 },
            };
            delimiters + count(group.stream())
        }
    });
    counts.fold(Tokens::default(), Add::add)
}

/// The operator that the last punctuation character belongs to.
#[derive(Default)]
struct Operator {
    text: String,
    /// `true` if the next character follows without a space.
    is_joint: bool,
}

impl Operator {
    /// Appends `punct`; returns `true` if it starts a token.
    fn starts_with(&mut self, punct: &Punct) -> bool {
        let longer = format!("{}{}", self.text, punct.as_char());
        let continues = self.is_joint && OPERATORS.contains(&longer.as_str());
        self.text = match continues {
            true => longer,
            false => punct.as_char().to_string(),
        };
        self.is_joint = punct.spacing() == Spacing::Joint;
        // An apostrophe is part of the lifetime whose name follows.
        !continues && punct.as_char() != '\''
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens as _;

    use super::*;

    fn assert_count(text: &str, all: usize, joined: usize) {
        let expected = Tokens { all, joined };
        assert_eq!(count(text.parse().unwrap()), expected);
        // The parser keeps all tokens.
        let parsed = syn::parse_file(text).unwrap();
        assert_eq!(count(parsed.into_token_stream()), expected);
    }

    #[test]
    fn words_literals_and_delimiters_are_tokens() {
        assert_count("const A: u8 = 12;", 7, 7);
        assert_count("fn a() { b(\"c d\") }", 10, 10);
    }

    #[test]
    fn operators_have_a_token_for_each_character_unless_joined() {
        assert_count("use a::b;", 6, 5);
        assert_count("fn a() -> u8 { b <<= 1 }", 14, 11);
        assert_count("const A: bool = b&&!c;", 11, 10);
    }

    #[test]
    fn adjacent_operators_are_not_joined() {
        assert_count("type A<'a> = B<&'a str>;", 15, 13);
        assert_count("fn a() { (|&b| *&b)(c) }", 18, 18);
    }

    #[test]
    fn the_layout_of_the_source_has_no_effect() {
        assert_count("fn a(b: u8) -> u8 { b + 1 }", 15, 14);
        assert_count("fn\na(\nb:\n\nu8)->u8{b+1}", 15, 14);
    }
}
