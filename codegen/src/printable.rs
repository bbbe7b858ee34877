//! Makes text of models harmless in comments, documentation, attributes and manifests.
//!
//! A model may contain any character. Control characters end comments or are errors of the compiler,
//! and invisible ones show readers other text than the compiler reads. All text of a model that
//! leaves the generator, except in string literals, passes through one of these functions. In
//! literals, `quote` escapes the same characters.

pub(crate) mod escape;

use std::borrow::Cow;

/// Returns `true` for a character that has no place in visible text: control characters, line
/// separators, and characters that are invisible or change the direction of the text after them.
pub(crate) fn is_hidden(character: char) -> bool {
    character.is_control() || is_invisible(character) || is_separator(character)
}

fn is_separator(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}')
}

/// Returns `true` for a character without width. The joiners U+200C and U+200D are not among them,
/// because some scripts and emoji need them.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Returns prose without hidden characters, except tabs and line feeds. Control characters and line
/// separators become spaces; invisible characters are removed.
pub(crate) fn prose(text: &str) -> Cow<'_, str> {
    let is_bad = |c: char| is_hidden(c) && c != '\n' && c != '\t';
    // Almost all text is ASCII, for which looking at bytes is enough.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    if text.bytes().all(is_plain) || !text.contains(is_bad) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter(|c| !is_invisible(*c));
    Cow::Owned(kept.map(|c| if is_bad(c) { ' ' } else { c }).collect())
}

/// Returns prose as one line, with single spaces between words.
pub(crate) fn line(text: &str) -> String {
    let text = prose(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a value that is quoted from the model, as one line with visible escapes for hidden
/// characters, as in Rust.
pub(crate) fn value(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut visible = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match is_hidden(character) {
            true => visible.extend(character.escape_default()),
            false => visible.push(character),
        }
    }
    Cow::Owned(visible)
}

/// Returns the contents of a basic string in TOML, which means exactly `text`.
pub(crate) fn toml(text: &str) -> String {
    let mut contents = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '\\' => contents.extend(['\\', character]),
            hidden if is_hidden(hidden) => {
                contents.push_str(&format!("\\U{:08X}", u32::from(hidden)));
            }
            character => contents.push(character),
        }
    }
    contents
}

/// Returns the contents of a comment in HTML, which two hyphens might end.
pub(crate) fn html_comment(text: &str) -> String {
    let mut contents = String::with_capacity(text.len());
    for character in line(text).chars() {
        if character == '-' && contents.ends_with('-') {
            contents.push(' ');
        }
        contents.push(character);
    }
    contents
}

#[cfg(test)]
mod tests {
    use super::{html_comment, line, prose, toml, value};

    const HIDDEN: &str = "\0\u{1}\u{7f}\u{85}\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}\
        \u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{206f}\u{feff}\u{fffb}\u{e0041}\r";

    #[test]
    fn hidden_characters_become_spaces_escapes_or_nothing() {
        for hidden in HIDDEN.chars() {
            let text = format!("a{hidden}b");
            assert!(["ab", "a b"].contains(&&*prose(&text)), "{text:?}");
            assert!(["ab", "a b"].contains(&&*line(&text)), "{text:?}");
            let escaped = hidden.escape_default();
            assert_eq!(value(&text), format!("a{escaped}b"));
            let escaped = format!("a\\U{:08X}b", u32::from(hidden));
            assert_eq!(toml(&text), escaped);
        }
        assert_eq!(prose("a\r\nb\n\tc\rd"), "a\nb\n\tc d");
        assert_eq!(line(" a\n\n b\u{2028}c "), "a b c");
        assert_eq!(value("a\n\tb é"), "a\\n\\tb é");
        let joined = "\u{1f469}\u{200d}\u{1f33e} \u{915}\u{94d}\u{200c}\u{937}";
        assert_eq!((&*prose(joined), &*value(joined)), (joined, joined));
    }

    #[test]
    fn strings_and_comments_do_not_end_early() {
        assert_eq!(toml("a \"b\"  \\"), r#"a \"b\"  \\"#);
        assert_eq!(html_comment("a-b --> c--- d"), "a-b - -> c- - - d");
        assert!(!html_comment("-\u{200b}->").contains("--"));
    }
}
