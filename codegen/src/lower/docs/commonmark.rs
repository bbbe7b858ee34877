//! Reads Markdown, with tags in it or without, and says whether it can stand as it is.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser};
use pulldown_cmark::{Tag as Markup, TagEnd};

use super::frames::{Frame, Kind};
use super::html::Reader;
use super::tags;
use super::tree::{Block, Link};

/// What is found in a text that is taken for Markdown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// Tags that only HTML has room for.
    pub(super) has_block_tags: bool,
    /// Tags that may stand within a line of Markdown.
    pub(super) has_inline_tags: bool,
    /// Code, lists, links: what is written in Markdown on purpose.
    pub(super) has_markup: bool,
    /// What rustdoc or clippy would take offence at.
    pub(super) is_rough: bool,
}

/// The same extensions that rustdoc reads, so that what it sees is what is seen here.
fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    // Links to nowhere are handed out as links, so that they are seen.
    let broken = |link: BrokenLink<'_>| Some((link.reference.into_string().into(), "".into()));
    Parser::new_with_broken_link_callback(text, options, Some(broken)).into_offset_iter()
}

/// Looks a text through.
pub(super) fn survey(text: &str) -> Survey {
    let mut survey = Survey {
        is_rough: text.contains('\t'),
        ..Survey::default()
    };
    let mut lines = Lines::new(text);
    let mut opaque = 0_usize;
    for (event, range) in events(text) {
        lines.see(&event, &range);
        match event {
            Event::Html(source) | Event::InlineHtml(source) => {
                survey.is_rough = true;
                for (index, _) in source.match_indices('<') {
                    match tags::of(&source[index..]) {
                        Some(tag) if tag.is_inline() => survey.has_inline_tags = true,
                        Some(_) => survey.has_block_tags = true,
                        None => {}
                    }
                }
            }
            Event::Text(text) => {
                let bare = text.contains("http://") || text.contains("https://");
                survey.is_rough |= opaque == 0 && bare;
            }
            // A span over the end of an element was not meant as one.
            Event::Code(text) => {
                let mut ends = text.match_indices("</");
                survey.has_markup |= !ends.any(|(end, _)| tags::of(&text[end..]).is_some());
            }
            Event::FootnoteReference(_) | Event::Start(Markup::FootnoteDefinition(_)) => {
                survey.is_rough = true;
            }
            Event::Start(Markup::Link {
                link_type,
                dest_url,
                ..
            }) => {
                opaque += 1;
                survey.is_rough |= is_unknown(link_type) || !leads(&dest_url);
                survey.has_markup |= link_type == LinkType::Inline;
            }
            Event::Start(Markup::CodeBlock(kind)) => {
                opaque += 1;
                survey.is_rough |= language(&kind).is_none();
                survey.has_markup |= matches!(kind, CodeBlockKind::Fenced(_));
            }
            Event::Start(Markup::List(_) | Markup::Heading { .. } | Markup::Table(_)) => {
                survey.has_markup = true;
            }
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => opaque -= 1,
            _ => {}
        }
    }
    survey.is_rough |= lines.is_lazy;
    survey
}

/// The lines of paragraphs within lists and quotes, which begin where the first one does.
struct Lines<'a> {
    text: &'a str,
    depth: usize,
    column: Option<usize>,
    is_lazy: bool,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            depth: 0,
            column: None,
            is_lazy: false,
        }
    }

    fn see(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Markup::Item | Markup::BlockQuote(_)) => {
                self.depth += 1;
                self.column = None;
            }
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) => {
                self.depth = self.depth.saturating_sub(1);
                self.column = None;
            }
            Event::Start(
                Markup::Paragraph | Markup::List(_) | Markup::CodeBlock(_) | Markup::HtmlBlock,
            ) => self.column = None,
            Event::SoftBreak | Event::HardBreak if self.depth > 0 => {
                let line = self.text[range.start..].split_once('\n');
                let line = line.map_or("", |(_, rest)| rest);
                let column = line.find(|c| c != ' ' && c != '>').unwrap_or(0);
                self.is_lazy |= self.column.is_some_and(|own| own != column);
            }
            Event::Start(_) | Event::Text(_) | Event::Code(_) | Event::InlineHtml(_)
                if self.depth > 0 && self.column.is_none() =>
            {
                // The text of an escape begins behind its backslash.
                let before = &self.text[..range.start];
                let before = before.strip_suffix('\\').unwrap_or(before);
                self.column = Some(before.len() - before.rfind('\n').map_or(0, |end| end + 1));
            }
            _ => {}
        }
    }
}

/// Whether the link was made up, for want of an address.
fn is_unknown(link_type: LinkType) -> bool {
    matches!(
        link_type,
        LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::ShortcutUnknown
    )
}

/// Whether an address leads anywhere from a page of documentation.
pub(super) fn leads(address: &str) -> bool {
    let is_item = ["crate::", "Self::", "self::", "super::"];
    address.starts_with("http://")
        || address.starts_with("https://")
        || address.starts_with("mailto:")
        || is_item.iter().any(|start| address.starts_with(start))
}

/// What a block of code says that it is, in words; rustdoc takes for Rust what says nothing.
fn language<'a>(kind: &'a CodeBlockKind<'_>) -> Option<&'a str> {
    let CodeBlockKind::Fenced(info) = kind else {
        return None;
    };
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-_+#., ".contains(c);
    let info = info.trim();
    (!info.is_empty() && info.chars().all(is_word)).then_some(info)
}

/// The blocks of a text.
pub(super) fn read(text: &str) -> Vec<Block> {
    let mut closed = BTreeSet::new();
    for (event, _) in events(text) {
        if let Event::InlineHtml(source) | Event::Html(source) = event {
            closed.extend(closed_names(&source));
        }
    }
    let mut reader = Reader::new(closed);
    // What comes at the end of each link that is open.
    let mut links = Vec::new();
    for (event, _) in events(text) {
        see(&mut reader, event, &mut links);
    }
    reader.builder.finish()
}

fn closed_names(source: &str) -> impl Iterator<Item = String> {
    source.split("</").skip(1).map(|rest| {
        let end = rest.find(|c: char| c == '>' || c.is_whitespace());
        rest[..end.unwrap_or(rest.len())].to_ascii_lowercase()
    })
}

fn see(reader: &mut Reader, event: Event<'_>, links: &mut Vec<Option<String>>) {
    let builder = &mut reader.builder;
    match event {
        Event::Start(markup) => start(reader, markup, links),
        Event::End(TagEnd::Link) => match links.pop().flatten() {
            Some(rest) => builder.text(&rest),
            None => builder.link(None),
        },
        Event::End(TagEnd::Emphasis) => builder.italic(false),
        Event::End(TagEnd::Strong) => builder.bold(false),
        Event::End(TagEnd::CodeBlock) => builder.end_verbatim(),
        Event::End(TagEnd::List(_)) => builder.close(Kind::List),
        Event::End(TagEnd::Item) => builder.close(Kind::Item),
        Event::End(TagEnd::BlockQuote(_)) => builder.close(Kind::Quote),
        Event::End(TagEnd::Table) => builder.close(Kind::Table),
        Event::End(TagEnd::TableHead | TagEnd::TableRow) => builder.close(Kind::Row),
        Event::End(TagEnd::TableCell) => builder.close(Kind::Cell),
        Event::End(TagEnd::Strikethrough | TagEnd::Image) => {}
        Event::End(_) | Event::Rule => builder.end_paragraph(),
        Event::Text(text) => reader.text(&text),
        Event::Code(text) => {
            builder.code(true);
            reader.text(&text);
            reader.builder.code(false);
        }
        Event::Html(source) | Event::InlineHtml(source) => reader.tags(&source),
        Event::FootnoteReference(name) => reader.text(&format!("[^{name}]")),
        Event::SoftBreak => reader.text(" "),
        Event::HardBreak => builder.line_break(),
        Event::TaskListMarker(done) => reader.text(if done { "[x] " } else { "[ ] " }),
        Event::InlineMath(text) | Event::DisplayMath(text) => reader.text(&text),
    }
}

fn start(reader: &mut Reader, markup: Markup<'_>, links: &mut Vec<Option<String>>) {
    let builder = &mut reader.builder;
    match markup {
        Markup::Heading { level, .. } => builder.heading(level as usize),
        Markup::BlockQuote(_) => builder.open(Frame::Quote(None)),
        Markup::CodeBlock(kind) => builder.verbatim(language(&kind).unwrap_or("text")),
        Markup::List(start) => builder.open(Frame::List(start)),
        Markup::Item => builder.open(Frame::Item),
        Markup::Table(_) => builder.open(Frame::Table),
        Markup::TableHead | Markup::TableRow => builder.open(Frame::Row),
        Markup::TableCell => builder.open(Frame::Cell),
        Markup::Emphasis => builder.italic(true),
        Markup::Strong => builder.bold(true),
        Markup::Link {
            link_type,
            dest_url,
            id,
            ..
        } => links.push(link(reader, link_type, dest_url, &id)),
        Markup::Strikethrough | Markup::Image { .. } => {}
        _ => builder.end_paragraph(),
    }
}

/// Opens a link, or brackets where it is none; then what closes them is given.
fn link(reader: &mut Reader, kind: LinkType, to: CowStr<'_>, id: &str) -> Option<String> {
    let rest = match kind {
        LinkType::ReferenceUnknown => format!("][{id}]"),
        LinkType::CollapsedUnknown => "][]".to_owned(),
        LinkType::ShortcutUnknown => "]".to_owned(),
        LinkType::Email => {
            reader.builder.link(Some(Link::To(format!("mailto:{to}"))));
            return None;
        }
        _ => {
            reader.builder.link(Some(Link::To(to.into_string())));
            return None;
        }
    };
    reader.text("[");
    Some(rest)
}
