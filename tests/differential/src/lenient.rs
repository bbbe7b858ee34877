//! What the official parser takes for JSON and is none.

use serde_json::value::RawValue;

/// Whether a string holds an escape that JSON does not have, or half of a surrogate pair.
pub fn has_bad_escape(text: &str) -> bool {
    tokens(text).any(|token| match token {
        Token::String(content) => is_bad(&content),
        Token::Word(_) => false,
    })
}

/// Whether something that begins like a number is none.
pub fn has_bad_number(text: &str) -> bool {
    tokens(text).any(|token| match token {
        Token::Word(word) => {
            word.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first))
                && serde_json::from_str::<&RawValue>(&word).is_err()
        }
        Token::String(_) => false,
    })
}

fn is_bad(content: &str) -> bool {
    // Nobody takes control characters: they are of no account here.
    let content = content.replace(|c: char| c.is_ascii_control(), " ");
    content.contains('\\') && serde_json::from_str::<String>(&format!("\"{content}\"")).is_err()
}

enum Token {
    /// What is between quotes.
    String(String),
    /// A run of what is neither in quotes nor punctuation.
    Word(String),
}

/// The strings and words of a text that may be cut off.
fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut rest = text.chars().peekable();
    let next = move || {
        let first = rest.find(|first| !" \t\r\n{}[],:".contains(*first))?;
        let mut content = String::new();
        if first == '"' {
            while let Some(next) = rest.next() {
                if next == '"' {
                    return Some(Token::String(content));
                }
                content.push(next);
                if next == '\\' {
                    content.extend(rest.next());
                }
            }
            // It has no end, so that nobody takes it.
            return None;
        }
        content.push(first);
        while let Some(next) = rest.next_if(|next| !" \t\r\n{}[],:\"".contains(*next)) {
            content.push(next);
        }
        Some(Token::Word(content))
    };
    std::iter::from_fn(next)
}

#[cfg(test)]
mod tests {
    use super::{has_bad_escape, has_bad_number};

    #[test]
    fn bad_escapes_are_found() {
        for (text, bad) in [
            (r#"{"a": "\x"}"#, true),
            (r#"{"a": "\ud800"}"#, true),
            (r#"{"\u12": 1}"#, true),
            (r#"{"a": "\u0041\n\\"}"#, false),
            (r#"{"a": "\ud83d\ude00", "b": \x}"#, false),
        ] {
            assert_eq!(has_bad_escape(text), bad, "{text}");
        }
    }

    #[test]
    fn bad_numbers_are_found() {
        for (text, bad) in [
            ("[05]", true),
            ("{\"a\":5.}", true),
            ("[-]", true),
            ("[1e400, -0, 5e+2]", false),
            ("[\"05\", true]", false),
        ] {
            assert_eq!(has_bad_number(text), bad, "{text}");
        }
    }
}
