//! Escapes plain text for Markdown.

use std::borrow::Cow;

/// Returns plain text as one line of Markdown that begins no block. Code spans stay code.
pub(crate) fn line(text: &str) -> String {
    let text = super::line(text);
    let mut escaped = String::with_capacity(text.len() + 2);
    let mut rest = &*text;
    while let Some(start) = rest.find('`') {
        let (before, span) = rest.split_at(start);
        words(before, &mut escaped);
        let run = span.len() - span.trim_start_matches('`').len();
        let end = span_end(span, run);
        match end {
            Some(end) => escaped.push_str(&span[..end]),
            None => push_escaped(&span[..run], &mut escaped),
        }
        rest = &span[end.unwrap_or(run)..];
    }
    words(rest, &mut escaped);
    // The closing backticks of a code span may be in another word.
    if escaped.starts_with('`') {
        return escaped;
    }
    match escaped.split_once(' ') {
        Some((start, rest)) => format!("{} {rest}", first_word(start)),
        None => first_word(&escaped),
    }
}

fn words(text: &str, escaped: &mut String) {
    let words: Vec<_> = text.split(' ').map(word).collect();
    escaped.push_str(&words.join(" "));
}

/// Returns the length of the code span that begins with `run` backticks, if it ends.
fn span_end(span: &str, run: usize) -> Option<usize> {
    let mut end = run;
    while let Some(start) = span[end..].find('`') {
        let closing = &span[end + start..];
        let length = closing.len() - closing.trim_start_matches('`').len();
        end += start + length;
        if length == run {
            return Some(end);
        }
    }
    None
}

/// Escapes a word in the middle of a line; URLs become autolinks.
pub(crate) fn word(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 2);
    let mut rest = text;
    while let Some(start) = url_start(rest) {
        let (before, url) = rest.split_at(start);
        let (url, after) = url.split_at(url_end(url));
        push_escaped(before, &mut escaped);
        escaped.push('<');
        escaped.push_str(url);
        escaped.push('>');
        rest = after;
    }
    push_escaped(rest, &mut escaped);
    escaped
}

/// Escapes a word of a link's text, in which URLs are plain text.
pub(crate) fn link_word(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 2);
    push_escaped(text, &mut escaped);
    escaped
}

/// Returns the index of the first URL that rustdoc would report as bare.
fn url_start(text: &str) -> Option<usize> {
    let mut starts = text.match_indices("http").map(|(start, _)| start);
    starts.find(|start| {
        let rest = &text[start + 4..];
        let host = rest.strip_prefix("s://").or(rest.strip_prefix("://"));
        let first = host.and_then(|host| host.chars().next());
        first.is_some_and(|first| first.is_alphanumeric() || "{[*$-_".contains(first))
    })
}

/// Returns the length of the URL, without closing punctuation, brackets and quotation marks.
fn url_end(url: &str) -> usize {
    let candidate = url
        .find(['<', '>', '"', '|', '\\', '`'])
        .map_or(url, |end| &url[..end]);
    let mut end = candidate.len();
    let mut open = candidate.matches('(').count();
    let mut closed = candidate.matches(')').count();
    while let Some(last) = candidate[..end].chars().next_back() {
        let is_outside = match last {
            ')' => closed > open,
            '(' => true,
            last => ".,;:!?'*_]”’…".contains(last),
        };
        if !is_outside {
            break;
        }
        open -= usize::from(last == '(');
        closed -= usize::from(last == ')');
        end -= last.len_utf8();
    }
    end
}

fn push_escaped(text: &str, escaped: &mut String) {
    let mut before = None;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let after = rest.as_str();
        let next = after.chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_special = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            // An underscore within a word is literal.
            '_' => !is_letter(before) || !is_letter(next),
            '&' => is_entity(after),
            // rustdoc would turn the `--` of `--flag` into a dash.
            '-' => before == Some('-') && is_letter(next),
            _ => false,
        };
        if is_special {
            escaped.push('\\');
        }
        escaped.push(character);
        before = Some(character);
    }
}

/// Returns `true` if the text after `&` makes it an entity.
fn is_entity(after: &str) -> bool {
    // The longest entity name has 31 characters.
    let end = after.bytes().take(33).position(|byte| byte == b';');
    end.is_some_and(|end| {
        let name = &after.as_bytes()[..end];
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
        !name.is_empty() && name.iter().all(is_part)
    })
}

/// Escapes the first word of a line, which [`word`] has already escaped.
pub(crate) fn first_word(word: &str) -> String {
    if begins_block(word) {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, marker) = word.split_at(digits);
        return format!("{number}\\{marker}");
    }
    word.to_owned()
}

/// Returns `true` if a word at the start of a line begins a heading, quote, list item, rule, table
/// header or code block.
pub(crate) fn begins_block(word: &str) -> bool {
    let unnumbered = word.trim_start_matches(|c: char| c.is_ascii_digit());
    match word.len() - unnumbered.len() {
        0 => {}
        1..=9 => return unnumbered == "." || unnumbered == ")",
        _ => return false,
    }
    let consists_of = |chars: &str| !word.is_empty() && word.chars().all(|c| chars.contains(c));
    let sets = ["#", "+", "=", "*", "_", "-:|"];
    word.starts_with('>') || sets.into_iter().any(consists_of) || begins_fence(word)
}

/// Returns `true` if a word at the start of a line begins a code block. Backticks around a code span
/// do not.
fn begins_fence(word: &str) -> bool {
    let fence = word
        .strip_prefix("```")
        .map(|rest| rest.trim_start_matches('`'));
    word.starts_with("~~~") || fence.is_some_and(|info| !info.contains('`'))
}

/// Returns a code span, with more backticks around it than any run in it has. Hidden characters are
/// shown as escapes, and an empty text as `""`.
pub(crate) fn code(text: &str) -> String {
    let text = match text {
        "" => Cow::Borrowed("\"\""),
        text => super::value(text),
    };
    let fence = match longest_run(&text, '`') {
        0 => "`".to_owned(),
        longest => "`".repeat(longest + 1),
    };
    // Markdown strips one space if there is one at each end.
    let has_spaces = text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty();
    let blank = match text.starts_with('`') || text.ends_with('`') || has_spaces {
        true => " ",
        false => "",
    };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// Returns the length of the longest run of a character.
pub(crate) fn longest_run(text: &str, character: char) -> usize {
    let runs = text.split(|c| c != character).map(str::len);
    runs.max().unwrap_or(0)
}

/// Escapes the URL of an inline link.
pub(crate) fn url(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        match character {
            ' ' | '(' | ')' | '<' | '>' | '\\' | '"' | '`' | '|' => {
                escaped.push_str(&format!("%{:02X}", u32::from(character)));
            }
            '&' if is_entity(&text[index + 1..]) => escaped.push_str("&amp;"),
            character if super::is_hidden(character) || character.is_whitespace() => {}
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser};

    use super::{begins_block, code, line};

    #[test]
    fn plain_text_is_one_line_without_markup_except_code_spans() {
        for (text, expected) in [
            ("Use `B`.", "Use `B`."),
            ("[DEPRECATED] Map<Key>", "\\[DEPRECATED\\] Map\\<Key>"),
            ("See https://a.com/x_y.", "See <https://a.com/x_y>."),
            ("- a\r\n*b*\u{202e}", "\\- a \\*b\\*"),
            ("1. `a` _`` b` ``", "1\\. `a` \\_`` b` ``"),
            ("```rust\nf()", "\\`\\`\\`rust f()"),
            ("``` a ``` b", "``` a ``` b"),
            ("~~~ a", "\\~\\~\\~ a"),
            ("a ``b` c", "a \\`\\`b\\` c"),
            ("", ""),
        ] {
            assert_eq!(line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn code_spans_show_any_text() {
        for (text, shown) in [
            ("a", "a"),
            ("", "\"\""),
            (" ", " "),
            (" a ", " a "),
            (" a", " a"),
            ("`", "`"),
            ("a``b`", "a``b`"),
            ("a`\n\n```\nf();", "a`\\n\\n```\\nf();"),
            ("\r\0\u{202e}", "\\r\\u{0}\\u{202e}"),
            ("\\", "\\"),
        ] {
            let span = code(text);
            let events: Vec<_> = Parser::new(&span).collect();
            assert_eq!(events[1], Event::Code(shown.into()), "{text:?}: {span}");
            assert_eq!(events.len(), 3, "{text:?}: {events:?}");
        }
    }

    #[test]
    fn words_that_begin_blocks_are_known() {
        for word in [
            "#", "##", "-", "+", "*", "***", "___", "1.", "10)", ">a", "==", "|--", "~~~a", "```a",
            "````",
        ] {
            assert!(begins_block(word), "{word}");
        }
        for word in [
            "", "a", "-a", "*a", "1", "a.", "`a`", "```a```", "1.5", "#a", "``",
        ] {
            assert!(!begins_block(word), "{word}");
        }
    }
}
