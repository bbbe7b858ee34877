//! Parses HTML as found in models: unclosed, misnested, with `<` that begins no tag.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{DefaultEmitter, HtmlString, Spanned, StartTag, Token, Tokenizer};

use super::builder::Builder;
use super::frames::{Frame, Kind};
use super::tags::{self, Tag};
use super::tree::{Block, Link};
use crate::printable::prose;

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString>>;

/// Parses a text into blocks.
pub(super) fn parse(text: &str) -> Vec<Block> {
    let tokens = tokens(text);
    let mut reader = Reader::new(tokens.iter().filter_map(end_name).collect());
    reader.read(text, &tokens);
    reader.builder.finish()
}

/// A reader of tags and text.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) builder: Builder,
    /// The names of all elements with an end tag in the text.
    closed: BTreeSet<String>,
    /// The name of the element being omitted, and how many elements of that name are open.
    hidden: Option<(String, usize)>,
}

impl Reader {
    /// Returns a reader of a text in which elements of these names have end tags.
    pub(super) fn new(closed: BTreeSet<String>) -> Self {
        Self {
            closed,
            ..Self::default()
        }
    }

    /// Reads tags within Markdown.
    pub(super) fn tags(&mut self, text: &str) {
        self.read(text, &tokens(text));
    }

    fn read(&mut self, text: &str, tokens: &[Token<usize>]) {
        let mut end = 0;
        for token in tokens {
            match token {
                Token::StartTag(tag) => {
                    end = tag.span.end;
                    let name = lossy(&tag.name);
                    let is_tag = tag.self_closing || self.closed.contains(&*name);
                    match Tag::from_name(&name) {
                        Some(effect) if is_tag || tags::may_be_unclosed(&name) => {
                            self.start(effect, &name, tag)
                        }
                        // An unknown tag that is never closed is text: `List<String>`.
                        _ if !is_tag => {
                            self.text(text.get(tag.span.start..end).unwrap_or_default());
                        }
                        _ => {}
                    }
                }
                Token::EndTag(tag) => {
                    end = tag.span.end;
                    let name = lossy(&tag.name);
                    if let Some(effect) = Tag::from_name(&name) {
                        self.end(effect, &name);
                    }
                }
                Token::String(string) => {
                    end = string.span.end;
                    self.text(&lossy(&string.value));
                }
                Token::Comment(comment) => end = comment.span.end,
                Token::Doctype(doctype) => end = doctype.span.end,
                Token::Error(_) => {}
            }
        }
        // An incomplete tag at the end is text.
        let rest = text.get(end..).unwrap_or_default();
        if rest.starts_with('<') && !rest.starts_with("<!") {
            self.text(rest);
        }
    }

    /// Adds text in which entities are already decoded.
    pub(super) fn text(&mut self, text: &str) {
        if self.hidden.is_none() {
            self.builder.text(&prose(text));
        }
    }

    fn start(&mut self, tag: Tag, name: &str, token: &StartTag<usize>) {
        if let Some((hidden, count)) = &mut self.hidden {
            *count += usize::from(hidden == name);
            return;
        }
        let builder = &mut self.builder;
        let attribute = |name: &str| attribute(&token.attributes, name);
        let is_empty = token.self_closing;
        match tag {
            Tag::Bold | Tag::Italic | Tag::Code | Tag::Link | Tag::Hidden if is_empty => {}
            Tag::Bold => builder.bold(true),
            Tag::Italic => builder.italic(true),
            Tag::Code => builder.code(true),
            Tag::Link => {
                let url = attribute("href").or_else(|| attribute("url"));
                builder.link(Some(url.map_or(Link::Item, Link::Url)));
            }
            Tag::Image => builder.text(&prose(&attribute("alt").unwrap_or_default())),
            Tag::LineBreak => builder.line_break(),
            Tag::Inline => {}
            Tag::Block => builder.end_paragraph(),
            // The page's title is the first level.
            Tag::Heading(level) => builder.heading(level + 1),
            Tag::CodeBlock => builder.begin_code_block("text"),
            Tag::List => builder.open(Frame::List(None)),
            Tag::Numbered => {
                let start = attribute("start").and_then(|start| start.trim().parse().ok());
                builder.open(Frame::List(Some(start.unwrap_or(1))));
            }
            Tag::Item => builder.open(Frame::Item),
            Tag::Term => {
                builder.open(Frame::Item);
                builder.bold(true);
            }
            Tag::Description if builder.is_in_item() => builder.end_paragraph(),
            Tag::Description => builder.open(Frame::Item),
            Tag::Quote(lead) => builder.open(Frame::Quote(lead)),
            Tag::Table => builder.open(Frame::Table),
            Tag::Row => builder.open(Frame::Row),
            Tag::Cell | Tag::HeadCell => builder.open(Frame::Cell),
            Tag::Hidden => self.hidden = Some((name.to_owned(), 1)),
        }
    }

    fn end(&mut self, tag: Tag, name: &str) {
        if let Some((hidden, count)) = &mut self.hidden {
            *count -= usize::from(hidden == name);
            if *count == 0 {
                self.hidden = None;
            }
            return;
        }
        let builder = &mut self.builder;
        match tag {
            Tag::Bold => builder.bold(false),
            Tag::Italic => builder.italic(false),
            Tag::Code => builder.code(false),
            Tag::Link => builder.link(None),
            Tag::Image | Tag::Inline | Tag::Hidden => {}
            // `</br>` is a typo for `<br>`.
            Tag::LineBreak => builder.line_break(),
            Tag::Block | Tag::Heading(_) | Tag::Term | Tag::Description => builder.end_paragraph(),
            Tag::CodeBlock => builder.end_code_block(),
            Tag::List | Tag::Numbered => builder.close(Kind::List),
            Tag::Item => builder.close(Kind::Item),
            Tag::Quote(_) => builder.close(Kind::Quote),
            Tag::Table => builder.close(Kind::Table),
            Tag::Row => builder.close(Kind::Row),
            Tag::Cell | Tag::HeadCell => builder.close(Kind::Cell),
        }
    }
}

fn tokens(text: &str) -> Vec<Token<usize>> {
    let emitter = DefaultEmitter::<usize>::new_with_span();
    Tokenizer::new_with_emitter(text, emitter)
        .map(|token| match token {
            Ok(token) => token,
            Err(never) => match never {},
        })
        .collect()
}

fn end_name(token: &Token<usize>) -> Option<String> {
    match token {
        Token::EndTag(tag) => Some(lossy(&tag.name).into_owned()),
        _ => None,
    }
}

fn attribute(attributes: &Attributes, name: &str) -> Option<String> {
    let value = attributes.get(name.as_bytes())?;
    Some(lossy(value).into_owned())
}

fn lossy(text: &HtmlString) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(text)
}
