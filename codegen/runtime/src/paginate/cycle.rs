//! Detection of cycles of page tokens.

use std::fmt;

/// The error of a paginator whose service repeats its page tokens.
///
/// It is the source of a construction failure: the request of the next page is not built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenCycle {
    token: String,
    length: u64,
}

impl TokenCycle {
    /// Returns the token that was repeated.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Returns the number of pages in the cycle.
    pub fn pages(&self) -> u64 {
        self.length
    }
}

impl fmt::Display for TokenCycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX_LENGTH: usize = 64;
        let end = self.token.floor_char_boundary(MAX_LENGTH);
        let token = self.token[..end].escape_debug();
        let ellipsis = if end < self.token.len() { "…" } else { "" };
        let length = self.length;
        write!(
            f,
            "the service repeats its page tokens: token `{token}{ellipsis}` came again after \
             {length} pages"
        )
    }
}

impl std::error::Error for TokenCycle {}

/// A detector of cycles that keeps one token (Brent's algorithm).
///
/// It replaces that token after 1, 2, 4, 8, … steps, so it recognizes a cycle after at most three
/// times the pages before and in it.
#[derive(Debug, Default)]
pub(super) struct Detector {
    kept: String,
    /// The number of tokens since `kept`.
    steps: u64,
    /// The number of steps after which `kept` is replaced; 0 if there is none.
    limit: u64,
}

impl Detector {
    /// Adds the next token, and returns the cycle if it was recognized.
    pub(super) fn next(&mut self, token: &str) -> Option<TokenCycle> {
        self.steps += 1;
        if self.limit > 0 && token == self.kept {
            return Some(TokenCycle {
                token: token.to_owned(),
                length: self.steps,
            });
        }
        if self.steps >= self.limit {
            self.limit = (self.limit * 2).max(1);
            self.steps = 0;
            token.clone_into(&mut self.kept);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Detector;

    /// Returns the number of tokens after which a cycle is recognized, and its length.
    fn recognized(before: u64, length: u64) -> (u64, u64) {
        let mut detector = Detector::default();
        for step in 0.. {
            let position = match step < before {
                true => step,
                false => before + (step - before) % length,
            };
            if let Some(cycle) = detector.next(&format!("t{position}")) {
                return (step + 1, cycle.pages());
            }
        }
        unreachable!("the loop only ends with a cycle")
    }

    #[test]
    fn cycles_of_any_length_are_recognized_with_their_length() {
        for before in 0..40 {
            for length in 1..40 {
                let (steps, found) = recognized(before, length);
                assert_eq!(found, length, "{before} tokens before the cycle");
                assert!(
                    steps <= 3 * (before + length) + 1,
                    "{before}, {length}: {steps}"
                );
            }
        }
        assert_eq!(recognized(1_000, 777).1, 777);
    }

    #[test]
    fn different_tokens_are_no_cycle() {
        let mut detector = Detector::default();
        for step in 0..1_000 {
            assert_eq!(detector.next(&format!("t{step}")), None);
        }
    }

    #[test]
    fn the_error_names_the_token_and_the_length() {
        let mut detector = Detector::default();
        let token = "a\n".repeat(50);
        assert_eq!(detector.next(&token), None);
        assert_eq!(detector.next("b"), None);
        assert_eq!(detector.next(&token), None);
        let cycle = detector.next("b").expect("a cycle");
        assert_eq!(
            cycle.to_string(),
            "the service repeats its page tokens: token `b` came again after 2 pages"
        );
        assert_eq!((cycle.token(), cycle.pages()), ("b", 2));
        let mut detector = Detector::default();
        detector.next(&token);
        let long = detector.next(&token).expect("a cycle").to_string();
        assert!(
            long.contains("token `a\\na\\n") && long.contains("\\n…` came"),
            "{long}"
        );
        // A character is not cut.
        let token = format!("a{}", "é".repeat(50));
        let mut detector = Detector::default();
        detector.next(&token);
        let long = detector.next(&token).expect("a cycle").to_string();
        assert!(
            long.contains(&format!("token `a{}…` came", "é".repeat(31))),
            "{long}"
        );
    }
}
