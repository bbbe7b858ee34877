//! Bold and italics in Markdown; text is left unmarked if Markdown's rules do not allow markers.

/// A part of a word, or a separator of words.
#[derive(Debug)]
pub(super) enum Token {
    Atom {
        text: String,
        bold: bool,
        italic: bool,
    },
    Space,
    Break,
}

/// An unbreakable word, or a line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Text(String),
    Break,
}

/// Joins tokens to words and adds the markers of their styles.
pub(super) fn words(mut tokens: Vec<Token>) -> Vec<Word> {
    let mut start = 0;
    // The end of the last marked run: two adjacent runs would be read as one.
    let mut marked_end = None;
    while start < tokens.len() {
        let Some(style) = style(&tokens[start]) else {
            start += 1;
            continue;
        };
        let mut end = start;
        let run = tokens[start..].iter().enumerate();
        for (index, token) in run.take_while(|(_, token)| continues_run(token, style)) {
            if matches!(token, Token::Atom { .. }) {
                end = start + index;
            }
        }
        let before = start.checked_sub(1).map(|index| &tokens[index]);
        let before = before.and_then(last_char);
        let after = tokens.get(end + 1).and_then(first_char);
        let (first, last) = (first_char(&tokens[start]), last_char(&tokens[end]));
        if marked_end != Some(start) && can_flank(before, first) && can_flank(after, last) {
            let in_word = is_letter(before) || is_letter(after);
            let (opening, closing) = markers(style, in_word);
            if let Token::Atom { text, .. } = &mut tokens[start] {
                text.insert_str(0, opening);
            }
            if let Token::Atom { text, .. } = &mut tokens[end] {
                text.push_str(closing);
            }
            marked_end = Some(end + 1);
        }
        start = end + 1;
    }
    join(tokens)
}

/// Returns whether a token is bold and whether it is italic; `None` if it is neither.
fn style(token: &Token) -> Option<(bool, bool)> {
    match token {
        Token::Atom { bold, italic, .. } if *bold || *italic => Some((*bold, *italic)),
        _ => None,
    }
}

fn continues_run(token: &Token, run_style: (bool, bool)) -> bool {
    matches!(token, Token::Space) || style(token) == Some(run_style)
}

fn text(token: &Token) -> Option<&str> {
    match token {
        Token::Atom { text, .. } => Some(text),
        Token::Space | Token::Break => None,
    }
}

/// Returns `true` if a marker between `outer` and `inner` opens or closes emphasis of `inner`, by
/// Markdown's flanking rules. A character that is neither ASCII nor a letter counts as punctuation
/// if that is the stricter reading.
fn can_flank(outer: Option<char>, inner: Option<char>) -> bool {
    let is_apart = outer.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    is_letter(inner) || (is_apart && inner.is_some_and(|c| !c.is_whitespace()))
}

fn first_char(token: &Token) -> Option<char> {
    text(token)?.chars().next()
}

fn last_char(token: &Token) -> Option<char> {
    text(token)?.chars().next_back()
}

fn is_letter(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// Returns the opening and closing markers; within a word, only asterisks work.
fn markers(style: (bool, bool), in_word: bool) -> (&'static str, &'static str) {
    match (style, in_word) {
        ((true, false), _) => ("**", "**"),
        ((false, _), false) => ("_", "_"),
        ((false, _), true) => ("*", "*"),
        ((true, true), false) => ("**_", "_**"),
        ((true, true), true) => ("***", "***"),
    }
}

fn join(tokens: Vec<Token>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut current = String::new();
    let end = |current: &mut String, words: &mut Vec<Word>| {
        if !current.is_empty() {
            words.push(Word::Text(std::mem::take(current)));
        }
    };
    for token in tokens {
        match token {
            Token::Atom { text, .. } => {
                // `![` would be an image.
                if text.starts_with('[') && current.ends_with('!') {
                    current.pop();
                    current.push_str("\\!");
                }
                // Two adjacent code spans would be read as one.
                if text.starts_with('`') && current.ends_with('`') {
                    current.push(' ');
                }
                current.push_str(&text);
            }
            Token::Space => end(&mut current, &mut words),
            Token::Break => {
                end(&mut current, &mut words);
                words.push(Word::Break);
            }
        }
    }
    end(&mut current, &mut words);
    words
}
