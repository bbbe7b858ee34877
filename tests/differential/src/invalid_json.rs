//! Detects invalid JSON that the official parser accepts.

use serde_json::value::RawValue;

/// Returns `true` if a string contains an invalid escape or an unpaired surrogate.
pub fn has_invalid_escape(json: &str) -> bool {
    tokens(json).any(|token| match token {
        Token::String(content) => has_invalid_content(&content),
        Token::Word(_) => false,
    })
}

/// Returns `true` if a token starts like a number but is not a valid one.
pub fn has_invalid_number(json: &str) -> bool {
    tokens(json).any(|token| match token {
        Token::Word(word) => {
            word.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first))
                && serde_json::from_str::<&RawValue>(&word).is_err()
        }
        Token::String(_) => false,
    })
}

fn has_invalid_content(content: &str) -> bool {
    // Both parsers reject control characters, so they are ignored here.
    let content = content.replace(|c: char| c.is_ascii_control(), " ");
    content.contains('\\') && serde_json::from_str::<String>(&format!("\"{content}\"")).is_err()
}

enum Token {
    /// The content between two quotes.
    String(String),
    /// Consecutive characters that are neither quoted nor punctuation.
    Word(String),
}

/// Splits JSON, which may be truncated, into strings and words.
fn tokens(json: &str) -> impl Iterator<Item = Token> {
    let mut rest = json.chars().peekable();
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
            // Both parsers reject an unterminated string.
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
    use super::{has_invalid_escape, has_invalid_number};

    #[test]
    fn invalid_escapes_are_detected() {
        for (json, invalid) in [
            (r#"{"a": "\x"}"#, true),
            (r#"{"a": "\ud800"}"#, true),
            (r#"{"\u12": 1}"#, true),
            (r#"{"a": "\u0041\n\\"}"#, false),
            (r#"{"a": "\ud83d\ude00", "b": \x}"#, false),
        ] {
            assert_eq!(has_invalid_escape(json), invalid, "{json}");
        }
    }

    #[test]
    fn invalid_numbers_are_detected() {
        for (json, invalid) in [
            ("[05]", true),
            ("{\"a\":5.}", true),
            ("[-]", true),
            ("[1e400, -0, 5e+2]", false),
            ("[\"05\", true]", false),
        ] {
            assert_eq!(has_invalid_number(json), invalid, "{json}");
        }
    }
}
