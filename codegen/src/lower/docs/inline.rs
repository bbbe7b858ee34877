//! Prints pieces of text as words of Markdown.

use std::rc::Rc;

use super::commonmark::{is_item_path, is_linkable};
use super::emphasis::{self, Token, Word};
use super::scope::Scope;
use super::tree::{Link, Piece, Style};
use crate::printable::escape;

/// Returns the words of a paragraph.
pub(super) fn words(pieces: &[Piece], scope: &Scope<'_>) -> Vec<Word> {
    emphasis::words(tokens(pieces, scope, false))
}

/// Returns a paragraph in one line.
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
        let run_length = |test: &dyn Fn(&Style) -> bool| {
            let ends = |piece: &Piece| !matches!(piece, Piece::Text(_, style) if test(style));
            rest.iter().position(ends).unwrap_or(rest.len())
        };
        let length = match &style.link {
            Some(link) if !in_link => {
                let length = run_length(&|style| {
                    let target = style.link.as_ref();
                    target.is_some_and(|target| Rc::ptr_eq(target, link))
                });
                print_link(&rest[..length], link, scope, &mut tokens);
                length
            }
            _ if style.code => {
                let length = run_length(&|next| next.code && next.link == style.link);
                print_code(&rest[..length], scope, in_link, &mut tokens);
                length
            }
            _ => {
                print_plain(text, style, in_link, &mut tokens);
                1
            }
        };
        rest = &rest[length..];
    }
    tokens
}

fn print_plain(text: &str, style: &Style, in_link: bool, tokens: &mut Vec<Token>) {
    with_spaces(text, tokens, |tokens| {
        for (index, word) in text.split_whitespace().enumerate() {
            if index > 0 {
                tokens.push(Token::Space);
            }
            let text = if in_link {
                escape::link_word(word)
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

/// Runs `print` unless the text is blank, and adds tokens for spaces at the text's ends.
fn with_spaces(text: &str, tokens: &mut Vec<Token>, print: impl FnOnce(&mut Vec<Token>)) {
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

fn joined_text(pieces: &[Piece]) -> String {
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

/// Prints one code span, with a link if it names an item.
fn print_code(pieces: &[Piece], scope: &Scope<'_>, in_link: bool, tokens: &mut Vec<Token>) {
    let text = joined_text(pieces);
    with_spaces(&text, tokens, |tokens| {
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

/// Prints the text of a link, with its target if that can be resolved.
fn print_link(pieces: &[Piece], link: &Link, scope: &Scope<'_>, tokens: &mut Vec<Token>) {
    let text = joined_text(pieces);
    let name = text.trim();
    let path = match link {
        Link::Item => scope.item(name),
        Link::Url(url) => scope.page(url),
    };
    let target = match (link, path) {
        (_, Some(path)) => Some(path.to_owned()),
        (Link::Url(url), None) => Some(url.trim())
            .filter(|url| is_linkable(url) && (!is_item_path(url) || scope.has_path(url)))
            .map(escape::url),
        (Link::Item, None) => None,
    };
    // A link without a URL names an item, even if this text cannot link to it.
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let names_item = matches!(link, Link::Item) && name.chars().all(is_word);
    let is_name = names_item || (path.is_some() && scope.item(name) == path);
    with_spaces(&text, tokens, |tokens| {
        let bold = all(pieces, |style| style.bold);
        let italic = all(pieces, |style| style.italic);
        let label = pieces.iter().map(|piece| match piece {
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
        let label: Vec<_> = label.collect();
        let Some(target) = target else {
            tokens.extend(unlinked_tokens(&label, scope, bold, italic));
            return;
        };
        let text = match name == target {
            true => format!("<{target}>"),
            false => format!("[{}]({target})", line(&label, scope, true)),
        };
        tokens.push(Token::Atom { text, bold, italic });
    });
}

/// Returns the text of a link without a target as tokens.
fn unlinked_tokens(pieces: &[Piece], scope: &Scope<'_>, bold: bool, italic: bool) -> Vec<Token> {
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
    let mut tokens = tokens(&restyled.collect::<Vec<_>>(), scope, false);
    // The caller adds the spaces at the ends.
    while matches!(tokens.last(), Some(Token::Space)) {
        tokens.pop();
    }
    let start = tokens
        .iter()
        .position(|token| !matches!(token, Token::Space));
    tokens.drain(..start.unwrap_or(tokens.len()));
    tokens
}
