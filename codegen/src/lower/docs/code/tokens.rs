//! Blocks of Rust in a page, as tokens.

use std::ops::Range;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::identifier::bare;
use crate::ir::LIB_NAME;

/// A token, without the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Name(String),
    Punct(char),
    Open(Delimiter),
    Close,
    Literal,
}

/// Returns the places of the code in the blocks of Rust.
pub(super) fn blocks(page: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut is_rust = false;
    for (event, place) in Parser::new(page).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                is_rust = language.starts_with("rust");
            }
            Event::End(TagEnd::CodeBlock) => is_rust = false,
            Event::Text(_) if is_rust => match blocks.last_mut() {
                // The next line of the same block.
                Some(block) if block.end == place.start => block.end = place.end,
                _ => blocks.push(place),
            },
            _ => {}
        }
    }
    blocks
}

/// Returns the code of a block, with its hidden lines.
fn plain(block: &str) -> String {
    let lines = block.lines().map(|line| match line.strip_prefix('#') {
        Some(hidden) if hidden.is_empty() || hidden.starts_with(' ') => hidden,
        _ => line,
    });
    let code: Vec<_> = lines.collect();
    code.join("\n").replace(LIB_NAME, "crate")
}

/// Returns the tokens of a block; `None` if it is no sequence of tokens.
pub(super) fn tokens(block: &str) -> Option<Vec<Token>> {
    let mut flat = Vec::new();
    flatten(plain(block).parse().ok()?, &mut flat);
    Some(flat)
}

fn flatten(tokens: TokenStream, flat: &mut Vec<Token>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => flat.push(Token::Name(bare(&name.to_string()).to_owned())),
            TokenTree::Punct(punct) => flat.push(Token::Punct(punct.as_char())),
            TokenTree::Literal(_) => flat.push(Token::Literal),
            TokenTree::Group(group) => {
                flat.push(Token::Open(group.delimiter()));
                flatten(group.stream(), flat);
                flat.push(Token::Close);
            }
        }
    }
}

/// Reads `::name` as often as it follows; returns the names, and the index after them.
pub(super) fn segments(tokens: &[Token], mut index: usize) -> (Vec<String>, usize) {
    let mut names = Vec::new();
    while is_double_colon(tokens, index) {
        let Some(Token::Name(name)) = tokens.get(index + 2) else {
            break;
        };
        names.push(name.clone());
        index += 3;
    }
    (names, index)
}

pub(super) fn is_double_colon(tokens: &[Token], index: usize) -> bool {
    let colon = Some(&Token::Punct(':'));
    tokens.get(index) == colon && tokens.get(index + 1) == colon
}

/// Reads a method call at its `.`; returns the name, and the index after the arguments.
pub(super) fn method(tokens: &[Token], index: usize) -> Option<(&str, usize)> {
    let [
        Token::Punct('.'),
        Token::Name(name),
        Token::Open(Delimiter::Parenthesis),
        arguments @ ..,
    ] = tokens.get(index..)?
    else {
        return None;
    };
    let mut depth = 1_usize;
    for (position, token) in arguments.iter().enumerate() {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((name, index + 3 + position + 1));
        }
    }
    None
}

/// Returns the position of a name in the source; `None` if it is spelled in another way.
pub(super) fn position(source: &str, name: &str) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut positions = source.match_indices(name).map(|(position, _)| position);
    positions.find(|position| {
        let before = source[..*position].chars().next_back();
        let after = source[position + name.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}
