//! Bold and italics in Markdown, where its rules let them be; else the text stands without.

/// A part of a word, or what is between words.
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

/// What lines are made of: text in which no line may end, or the end of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Text(String),
    Break,
}

/// The words that the parts make, with the marks of their styles.
pub(super) fn words(mut tokens: Vec<Token>) -> Vec<Word> {
    let mut start = 0;
    // Where the last run with marks ended: two of them that touch would be read as one.
    let mut marked = None;
    while start < tokens.len() {
        let Some(style) = style(&tokens[start]) else {
            start += 1;
            continue;
        };
        let mut end = start;
        let run = tokens[start..].iter().enumerate();
        for (index, token) in run.take_while(|(_, token)| goes_on(token, style)) {
            if matches!(token, Token::Atom { .. }) {
                end = start + index;
            }
        }
        let before = start.checked_sub(1).and_then(|index| text(&tokens[index]));
        let after = tokens.get(end + 1).and_then(text);
        let before = before.and_then(|text| text.chars().next_back());
        let after = after.and_then(|text| text.chars().next());
        let (first, last) = (text(&tokens[start]), text(&tokens[end]));
        let first = first.and_then(|text| text.chars().next());
        let last = last.and_then(|text| text.chars().next_back());
        if marked != Some(start) && faces(before, first) && faces(after, last) {
            let within = is_letter(before) || is_letter(after);
            let (opening, closing) = marks(style, within);
            if let Token::Atom { text, .. } = &mut tokens[start] {
                text.insert_str(0, opening);
            }
            if let Token::Atom { text, .. } = &mut tokens[end] {
                text.push_str(closing);
            }
            marked = Some(end + 1);
        }
        start = end + 1;
    }
    joined(tokens)
}

/// Whether a token is in bold and in italics; none where it is neither.
fn style(token: &Token) -> Option<(bool, bool)> {
    match token {
        Token::Atom { bold, italic, .. } if *bold || *italic => Some((*bold, *italic)),
        _ => None,
    }
}

fn goes_on(token: &Token, own: (bool, bool)) -> bool {
    matches!(token, Token::Space) || style(token) == Some(own)
}

fn text(token: &Token) -> Option<&str> {
    match token {
        Token::Atom { text, .. } => Some(text),
        Token::Space | Token::Break => None,
    }
}

/// Whether marks between `outer` and `inner` face `inner`, by the rules of Markdown. What is no
/// ASCII and no letter is taken for punctuation where that is the worse.
fn faces(outer: Option<char>, inner: Option<char>) -> bool {
    let apart = outer.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    is_letter(inner) || (apart && inner.is_some_and(|c| !c.is_whitespace()))
}

fn is_letter(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// Within a word, only asterisks are marks.
fn marks(style: (bool, bool), within: bool) -> (&'static str, &'static str) {
    match (style, within) {
        ((true, false), _) => ("**", "**"),
        ((false, _), false) => ("_", "_"),
        ((false, _), true) => ("*", "*"),
        ((true, true), false) => ("**_", "_**"),
        ((true, true), true) => ("***", "***"),
    }
}

fn joined(tokens: Vec<Token>) -> Vec<Word> {
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
                // Two spans of code that touch would be read as one.
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
