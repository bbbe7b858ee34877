//! From pieces of text to words of Markdown.

use std::rc::Rc;

use super::commonmark::leads;
use super::emphasis::{self, Token, Word};
use super::escape;
use super::links::Scope;
use super::tree::{Link, Piece, Style};

/// The words of a paragraph.
pub(super) fn words(pieces: &[Piece], scope: &Scope<'_>) -> Vec<Word> {
    emphasis::words(tokens(pieces, scope, false))
}

/// A paragraph in one line.
pub(super) fn line(pieces: &[Piece], scope: &Scope<'_>, in_link: bool) -> String {
    let words = emphasis::words(tokens(pieces, scope, in_link));
    let words = words.iter().filter_map(|word| match word {
        Word::Text(text) => Some(&**text),
        Word::Break => None,
    });
    words.collect::<Vec<_>>().join(" ")
}

fn tokens(pieces: &[Piece], scope: &Scope<'_>, in_link: bool) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = pieces;
    while let Some(first) = rest.first() {
        let Piece::Text(text, style) = first else {
            tokens.push(Token::Break);
            rest = &rest[1..];
            continue;
        };
        let in_run = |test: &dyn Fn(&Style) -> bool| {
            let ends = |piece: &Piece| !matches!(piece, Piece::Text(_, own) if test(own));
            rest.iter().position(ends).unwrap_or(rest.len())
        };
        let length = match &style.link {
            Some(own) if !in_link => {
                let length = in_run(&|style| {
                    style
                        .link
                        .as_ref()
                        .is_some_and(|link| Rc::ptr_eq(link, own))
                });
                link(&rest[..length], own, scope, &mut tokens);
                length
            }
            _ if style.code => {
                let length = in_run(&|own| own.code && own.link == style.link);
                code(&rest[..length], scope, in_link, &mut tokens);
                length
            }
            _ => {
                plain(text, style, in_link, &mut tokens);
                1
            }
        };
        rest = &rest[length..];
    }
    tokens
}

fn plain(text: &str, style: &Style, in_link: bool, tokens: &mut Vec<Token>) {
    spaced(text, tokens, |tokens| {
        for (index, word) in text.split_whitespace().enumerate() {
            if index > 0 {
                tokens.push(Token::Space);
            }
            let text = if in_link {
                escape::text(word)
            } else {
                escape::word(word)
            };
            tokens.push(Token::Atom {
                text,
                bold: style.bold,
                italic: style.italic,
            });
        }
    });
}

/// What `print` makes of a text that begins or ends with spaces, or is nothing else.
fn spaced(text: &str, tokens: &mut Vec<Token>, print: impl FnOnce(&mut Vec<Token>)) {
    let is_blank = text.trim().is_empty();
    if text.starts_with(char::is_whitespace) {
        tokens.push(Token::Space);
    }
    if !is_blank {
        print(tokens);
        if text.ends_with(char::is_whitespace) {
            tokens.push(Token::Space);
        }
    }
}

fn text_of(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Text(text, _) => text,
        Piece::Break => " ",
    });
    texts.collect()
}

fn all(pieces: &[Piece], test: impl Fn(&Style) -> bool) -> bool {
    let mut pieces = pieces.iter();
    pieces.all(|piece| matches!(piece, Piece::Text(_, style) if test(style)))
}

/// One span of code, with a link where it is the name of something.
fn code(pieces: &[Piece], scope: &Scope<'_>, in_link: bool, tokens: &mut Vec<Token>) {
    let text = text_of(pieces);
    spaced(&text, tokens, |tokens| {
        let words: Vec<_> = text.split_whitespace().collect();
        let text = words.join(" ");
        let mut span = escape::code(&text);
        if let Some(path) = scope.item(&text).filter(|_| !in_link) {
            span = format!("[{span}]({path})");
        }
        tokens.push(Token::Atom {
            text: span,
            bold: all(pieces, |style| style.bold),
            italic: all(pieces, |style| style.italic),
        });
    });
}

/// What a link leads to, and the words that it is read by.
fn link(pieces: &[Piece], link: &Link, scope: &Scope<'_>, tokens: &mut Vec<Token>) {
    let text = text_of(pieces);
    let name = text.trim();
    let path = match link {
        Link::Named => scope.item(name),
        Link::To(address) => scope.page(address),
    };
    let address = match (link, path) {
        (_, Some(path)) => Some(path.to_owned()),
        (Link::To(address), None) => Some(address.trim())
            .filter(|to| leads(to))
            .map(escape::address),
        (Link::Named, None) => None,
    };
    // What is named without an address is an item, be it one that this text cannot lead to.
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_named = matches!(link, Link::Named) && name.chars().all(is_word);
    let is_name = is_named || (path.is_some() && scope.item(name) == path);
    spaced(&text, tokens, |tokens| {
        let (bold, italic) = (all(pieces, |own| own.bold), all(pieces, |own| own.italic));
        let unlinked = pieces.iter().map(|piece| match piece {
            Piece::Text(text, style) => Piece::Text(
                text.clone(),
                Style {
                    bold: style.bold && !bold,
                    italic: style.italic && !italic,
                    code: style.code || is_name,
                    link: None,
                },
            ),
            Piece::Break => Piece::Text(" ".to_owned(), Style::default()),
        });
        let unlinked: Vec<_> = unlinked.collect();
        let Some(address) = address else {
            tokens.extend(self::unlinked(&unlinked, scope, bold, italic));
            return;
        };
        let text = match name == address {
            true => format!("<{address}>"),
            false => format!("[{}]({address})", line(&unlinked, scope, true)),
        };
        tokens.push(Token::Atom { text, bold, italic });
    });
}

/// The text of a link that leads nowhere.
fn unlinked(pieces: &[Piece], scope: &Scope<'_>, bold: bool, italic: bool) -> Vec<Token> {
    let restyled = pieces.iter().map(|piece| match piece {
        Piece::Text(text, style) => Piece::Text(
            text.clone(),
            Style {
                bold: style.bold || bold,
                italic: style.italic || italic,
                ..style.clone()
            },
        ),
        Piece::Break => Piece::Break,
    });
    let mut own = tokens(&restyled.collect::<Vec<_>>(), scope, false);
    // The spaces at the ends are said by whoever asks.
    while matches!(own.last(), Some(Token::Space)) {
        own.pop();
    }
    let start = own.iter().position(|token| !matches!(token, Token::Space));
    own.drain(..start.unwrap_or(own.len()));
    own
}
