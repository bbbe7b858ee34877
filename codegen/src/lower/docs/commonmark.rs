//! Parses Markdown, with or without tags, and decides if it can be used unchanged.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser};
use pulldown_cmark::{Tag as Markup, TagEnd};

use super::frames::{Frame, Kind};
use super::html::Reader;
use super::tags;
use super::tree::{Block, Link};

/// The features of a text when parsed as Markdown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// `true` if it has tags that begin or end blocks.
    pub(super) has_block_tags: bool,
    /// `true` if it has tags that may be within a line of Markdown.
    pub(super) has_inline_tags: bool,
    /// `true` if it has code, lists, links or other markup that nobody writes by accident.
    pub(super) has_markup: bool,
    /// `true` if rustdoc or clippy would warn about it.
    pub(super) needs_rewrite: bool,
    /// The paths of items that it links to.
    pub(super) item_paths: BTreeSet<String>,
}

/// Parses a text with the extensions that rustdoc uses.
fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    // Broken links are returned as links, so that the survey notices them.
    let broken = |link: BrokenLink<'_>| Some((link.reference.into_string().into(), "".into()));
    Parser::new_with_broken_link_callback(text, options, Some(broken)).into_offset_iter()
}

/// Surveys a text.
pub(super) fn survey(text: &str) -> Survey {
    let mut survey = Survey {
        needs_rewrite: text.contains('\t'),
        ..Survey::default()
    };
    let mut lines = Lines::new(text);
    // The number of open links and code blocks, in which URLs are not bare.
    let mut enclosing = 0_usize;
    for (event, range) in events(text) {
        lines.visit(&event, &range);
        match event {
            Event::Html(source) | Event::InlineHtml(source) => {
                survey.needs_rewrite = true;
                for (index, _) in source.match_indices('<') {
                    match tags::at_start(&source[index..]) {
                        Some(tag) if tag.is_inline() => survey.has_inline_tags = true,
                        Some(_) => survey.has_block_tags = true,
                        None => {}
                    }
                }
            }
            Event::Text(text) => {
                let has_url = text.contains("http://") || text.contains("https://");
                survey.needs_rewrite |= enclosing == 0 && has_url;
            }
            // A code span that contains an end tag is accidental.
            Event::Code(text) => {
                let mut ends = text.match_indices("</");
                survey.has_markup |= !ends.any(|(end, _)| tags::at_start(&text[end..]).is_some());
            }
            Event::FootnoteReference(_) | Event::Start(Markup::FootnoteDefinition(_)) => {
                survey.needs_rewrite = true;
            }
            Event::Start(Markup::Link {
                link_type,
                dest_url,
                ..
            }) => {
                enclosing += 1;
                survey.needs_rewrite |= is_broken(link_type) || !is_linkable(&dest_url);
                survey.has_markup |= link_type == LinkType::Inline;
                if is_item_path(&dest_url) {
                    survey.item_paths.insert(dest_url.into_string());
                }
            }
            Event::Start(Markup::CodeBlock(kind)) => {
                enclosing += 1;
                let is_safe = language(&kind).is_some() && is_closed(&text[range]);
                survey.needs_rewrite |= !is_safe;
                survey.has_markup |= matches!(kind, CodeBlockKind::Fenced(_));
            }
            Event::Start(Markup::List(_) | Markup::Heading { .. } | Markup::Table(_)) => {
                survey.has_markup = true;
            }
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => enclosing -= 1,
            _ => {}
        }
    }
    survey.needs_rewrite |= lines.is_lazy;
    survey
}

/// Returns the code spans of a text outside of links: their ranges and contents.
pub(super) fn code_spans(text: &str) -> Vec<(Range<usize>, String)> {
    let mut spans = Vec::new();
    let mut open_links = 0_usize;
    for (event, range) in events(text) {
        match event {
            Event::Start(Markup::Link { link_type, .. }) if !is_broken(link_type) => {
                open_links += 1;
            }
            Event::Start(Markup::Link { .. }) => {}
            Event::End(TagEnd::Link) => open_links = open_links.saturating_sub(1),
            Event::Code(name) if open_links == 0 => spans.push((range, name.into_string())),
            _ => {}
        }
    }
    spans
}

/// Detects lines in lists and quotes that do not align with the first line of their paragraph.
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

    fn visit(&mut self, event: &Event<'_>, range: &Range<usize>) {
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
                self.is_lazy |= self.column.is_some_and(|first| first != column);
            }
            Event::Start(_) | Event::Text(_) | Event::Code(_) | Event::InlineHtml(_)
                if self.depth > 0 && self.column.is_none() =>
            {
                // The text of an escape begins after its backslash.
                let before = &self.text[..range.start];
                let before = before.strip_suffix('\\').unwrap_or(before);
                self.column = Some(before.len() - before.rfind('\n').map_or(0, |end| end + 1));
            }
            _ => {}
        }
    }
}

/// Returns `true` if a link has no target.
fn is_broken(link_type: LinkType) -> bool {
    matches!(
        link_type,
        LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::ShortcutUnknown
    )
}

/// Returns `true` if documentation can link to a URL or path.
pub(super) fn is_linkable(target: &str) -> bool {
    target.starts_with("http://")
        || target.starts_with("https://")
        || target.starts_with("mailto:")
        || is_item_path(target)
}

/// Returns `true` if a link's target is the path of an item, which may not exist.
pub(super) fn is_item_path(target: &str) -> bool {
    target.starts_with("crate::") || target.starts_with("field@crate::")
}

/// The languages that code blocks keep. None of them is a word that makes rustdoc compile and run
/// the code.
const LANGUAGES: [&str; 7] = ["bash", "html", "http", "json", "text", "xml", "yaml"];

/// Returns the language of a code block, if it can be kept.
fn language<'a>(kind: &'a CodeBlockKind<'_>) -> Option<&'a str> {
    let CodeBlockKind::Fenced(info) = kind else {
        return None;
    };
    Some(info.trim()).filter(|info| LANGUAGES.contains(info))
}

/// Returns `true` if a code block ends with a fence. Otherwise, lines after the text would belong to
/// it.
fn is_closed(block: &str) -> bool {
    let block = block.trim();
    let fence = block.len() - block.trim_start_matches(['`', '~']).len();
    let last = block.rsplit_once('\n').map(|(_, last)| last);
    last.is_some_and(|last| last.trim_start_matches([' ', '>']) == &block[..fence])
}

/// Returns `true` if two texts have the same blocks and words; only line breaks may differ.
pub(super) fn is_equivalent(text: &str, other: &str) -> bool {
    if text == other {
        return true;
    }
    let (text, other) = (outline(text), outline(other));
    // Most differ in no space either.
    text == other || text.split_whitespace().eq(other.split_whitespace())
}

fn outline(text: &str) -> String {
    let mut outline = String::with_capacity(2 * text.len());
    for (event, _) in events(text) {
        match event {
            Event::Text(text) => outline.push_str(&text),
            Event::SoftBreak => outline.push(' '),
            event => outline.push_str(&format!(" {event:?} ")),
        }
    }
    outline
}

/// Parses a text into blocks.
pub(super) fn parse(text: &str) -> Vec<Block> {
    let mut closed = BTreeSet::new();
    for (event, _) in events(text) {
        if let Event::InlineHtml(source) | Event::Html(source) = event {
            closed.extend(closed_names(&source));
        }
    }
    let mut reader = Reader::new(closed);
    // The text to add at the end of each open link.
    let mut links = Vec::new();
    for (event, _) in events(text) {
        visit(&mut reader, event, &mut links);
    }
    reader.builder.finish()
}

fn closed_names(source: &str) -> impl Iterator<Item = String> {
    source.split("</").skip(1).map(|rest| {
        let end = rest.find(|c: char| c == '>' || c.is_whitespace());
        rest[..end.unwrap_or(rest.len())].to_ascii_lowercase()
    })
}

fn visit(reader: &mut Reader, event: Event<'_>, links: &mut Vec<Option<String>>) {
    let builder = &mut reader.builder;
    match event {
        Event::Start(markup) => start(reader, markup, links),
        Event::End(TagEnd::Link) => match links.pop().flatten() {
            Some(rest) => builder.text(&rest),
            None => builder.link(None),
        },
        Event::End(TagEnd::Emphasis) => builder.italic(false),
        Event::End(TagEnd::Strong) => builder.bold(false),
        Event::End(TagEnd::CodeBlock) => builder.end_code_block(),
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
        Markup::CodeBlock(kind) => builder.begin_code_block(language(&kind).unwrap_or("text")),
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

/// Opens a link; for a broken link, adds a bracket and returns the text that closes it.
fn link(reader: &mut Reader, kind: LinkType, url: CowStr<'_>, id: &str) -> Option<String> {
    let rest = match kind {
        LinkType::ReferenceUnknown => format!("][{id}]"),
        LinkType::CollapsedUnknown => "][]".to_owned(),
        LinkType::ShortcutUnknown => "]".to_owned(),
        LinkType::Email => {
            reader
                .builder
                .link(Some(Link::Url(format!("mailto:{url}"))));
            return None;
        }
        _ => {
            reader.builder.link(Some(Link::Url(url.into_string())));
            return None;
        }
    };
    reader.text("[");
    Some(rest)
}
