//! Escapes plain text for Markdown.

/// Escapes a word in the middle of a line; URLs become autolinks.
pub(super) fn word(text: &str) -> String {
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
pub(super) fn link_word(text: &str) -> String {
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
pub(super) fn first_word(word: &str) -> String {
    if begins_block(word) {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, marker) = word.split_at(digits);
        return format!("{number}\\{marker}");
    }
    word.to_owned()
}

/// Returns `true` if a word at the start of a line begins a heading, quote, list item, rule or
/// table header.
pub(super) fn begins_block(word: &str) -> bool {
    let unnumbered = word.trim_start_matches(|c: char| c.is_ascii_digit());
    match word.len() - unnumbered.len() {
        0 => {}
        1..=9 => return unnumbered == "." || unnumbered == ")",
        _ => return false,
    }
    let consists_of = |chars: &str| !word.is_empty() && word.chars().all(|c| chars.contains(c));
    word.starts_with('>') || ["#", "+", "=", "-:|"].into_iter().any(consists_of)
}

/// Returns a code span, with more backticks around it than any run in it has.
pub(super) fn code(text: &str) -> String {
    let longest = longest_run(text, '`');
    if longest == 0 {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest + 1);
    // Markdown strips one space from each end.
    let blank = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// Returns the length of the longest run of a character.
pub(super) fn longest_run(text: &str, character: char) -> usize {
    let runs = text.split(|c| c != character).map(str::len);
    runs.max().unwrap_or(0)
}

/// Escapes the URL of an inline link.
pub(super) fn url(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        match character {
            ' ' | '(' | ')' | '<' | '>' | '\\' | '"' | '`' | '|' => {
                escaped.push_str(&format!("%{:02X}", u32::from(character)));
            }
            '&' if is_entity(&text[index + 1..]) => escaped.push_str("&amp;"),
            character if character.is_control() || character.is_whitespace() => {}
            character => escaped.push(character),
        }
    }
    escaped
}
