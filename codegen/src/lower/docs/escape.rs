//! Plain text in Markdown: what would mean something gets a backslash.

/// A word of text that stands in the middle of a line.
pub(super) fn word(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 2);
    let mut rest = text;
    while let Some(start) = url_start(rest) {
        let (before, url) = rest.split_at(start);
        let (url, after) = url.split_at(url_end(url));
        plain(before, &mut escaped);
        escaped.push('<');
        escaped.push_str(url);
        escaped.push('>');
        rest = after;
    }
    plain(rest, &mut escaped);
    escaped
}

/// A word of a link's text, in which addresses are but text.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 2);
    plain(text, &mut escaped);
    escaped
}

/// Where an address begins that readers would take for a link, and rustdoc for a bare one.
fn url_start(text: &str) -> Option<usize> {
    let mut starts = text.match_indices("http").map(|(start, _)| start);
    starts.find(|start| {
        let rest = &text[start + 4..];
        let host = rest.strip_prefix("s://").or(rest.strip_prefix("://"));
        let first = host.and_then(|host| host.chars().next());
        first.is_some_and(|first| first.is_alphanumeric() || "{[*$-_".contains(first))
    })
}

/// Where it ends: before what closes a sentence, a bracket or a quotation.
fn url_end(url: &str) -> usize {
    let whole = url
        .find(['<', '>', '"', '|', '\\', '`'])
        .map_or(url, |end| &url[..end]);
    let mut end = whole.len();
    let (mut open, mut closed) = (whole.matches('(').count(), whole.matches(')').count());
    while let Some(last) = whole[..end].chars().next_back() {
        let goes = match last {
            ')' => closed > open,
            '(' => true,
            last => ".,;:!?'*_]”’…".contains(last),
        };
        if !goes {
            break;
        }
        open -= usize::from(last == '(');
        closed -= usize::from(last == ')');
        end -= last.len_utf8();
    }
    end
}

fn plain(text: &str, escaped: &mut String) {
    let mut before = None;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let after = rest.as_str();
        let next = after.chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let means = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            // Within a word it means nothing.
            '_' => !is_letter(before) || !is_letter(next),
            '&' => is_entity(after),
            // `--flag` would be shown with a dash.
            '-' => before == Some('-') && is_letter(next),
            _ => false,
        };
        if means {
            escaped.push('\\');
        }
        escaped.push(character);
        before = Some(character);
    }
}

/// Whether what follows `&` makes it an entity.
fn is_entity(after: &str) -> bool {
    // The longest name of one has 31 characters.
    let end = after.bytes().take(33).position(|byte| byte == b';');
    end.is_some_and(|end| {
        let name = &after.as_bytes()[..end];
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
        !name.is_empty() && name.iter().all(is_part)
    })
}

/// A word that begins a line, once it is escaped by [`word`].
pub(super) fn first(word: &str) -> String {
    if begins_block(word) {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, mark) = word.split_at(digits);
        return format!("{number}\\{mark}");
    }
    word.to_owned()
}

/// Whether a word at the start of a line makes it something else than text: a heading, a quote, an
/// item, a rule or the head of a table.
pub(super) fn begins_block(word: &str) -> bool {
    let bare = word.trim_start_matches(|c: char| c.is_ascii_digit());
    match word.len() - bare.len() {
        0 => {}
        1..=9 => return bare == "." || bare == ")",
        _ => return false,
    }
    let only = |of: &str| !word.is_empty() && word.chars().all(|c| of.contains(c));
    word.starts_with('>') || only("#") || only("+") || only("=") || only("-:|")
}

/// A span of code; backticks in it make for a longer fence.
pub(super) fn code(text: &str) -> String {
    let longest = longest_run(text, '`');
    if longest == 0 {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest + 1);
    // Blanks of which one is taken off on both sides.
    let blank = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// The length of the longest run of a character.
pub(super) fn longest_run(text: &str, character: char) -> usize {
    let runs = text.split(|c| c != character).map(str::len);
    runs.max().unwrap_or(0)
}

/// An address within `(` and `)`.
pub(super) fn address(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        match character {
            ' ' | '(' | ')' | '<' | '>' | '\\' | '"' | '`' | '|' => {
                address.push_str(&format!("%{:02X}", u32::from(character)));
            }
            '&' if is_entity(&text[index + 1..]) => address.push_str("&amp;"),
            character if character.is_control() || character.is_whitespace() => {}
            character => address.push(character),
        }
    }
    address
}
