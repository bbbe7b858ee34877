//! The tokens of a JSON text: punctuation and plain strings are found here, all else by serde_json.
//!
//! Most of what an answer holds is names and strings without escapes. To look for their ends eight
//! bytes at a time, and to lend them, makes reading a third cheaper than serde_json's visitors do.

use aws_smithy_types::Document;
use serde_core::de::DeserializeSeed as _;
use serde_json::value::RawValue;

use super::JsonError;
use super::document::DocumentSeed;

/// How many lists and objects may stand inside each other where a shape says what they are.
const DEPTH: u8 = 127;

/// How many may where no member takes the value.
const PASSED_DEPTH: usize = 512;

/// A place in a JSON text.
pub(super) struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u8,
    /// The last string that had escapes.
    unescaped: String,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            unescaped: String::new(),
        }
    }

    /// How much of the text was read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// How much of the text is left.
    pub(super) fn left(&self) -> usize {
        self.text.len() - self.at
    }

    /// An error at the current place.
    #[cold]
    pub(super) fn error(&self, reason: &str) -> JsonError {
        let read = &self.text.as_bytes()[..self.at];
        let line = 1 + read.iter().filter(|byte| **byte == b'\n').count();
        let column = 1 + read.iter().rev().take_while(|byte| **byte != b'\n').count();
        JsonError::new(format!("{reason} at line {line} column {column}"))
    }

    /// The first byte of the next token.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                next => return next.copied(),
            }
        }
    }

    /// Takes `word` where it comes next.
    #[inline]
    pub(super) fn takes(&mut self, word: &str) -> bool {
        self.peek();
        let taken = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        if taken {
            self.at += word.len();
        }
        taken
    }

    /// The start of a list or an object; `kind` is what is due, for the error.
    pub(super) fn open(&mut self, bracket: u8, kind: &str) -> Result<(), JsonError> {
        if self.peek() != Some(bracket) {
            return Err(self.error(kind));
        }
        if self.depth == DEPTH {
            return Err(self.error("the value nests too deeply"));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Whether there is one more element or entry before `bracket`, which is taken.
    #[inline]
    pub(super) fn more(&mut self, bracket: u8, first: &mut bool) -> Result<bool, JsonError> {
        let next = self.peek();
        if std::mem::take(first) && next != Some(bracket) {
            return Ok(true);
        }
        match next {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(next) if next == bracket => {
                self.at += 1;
                self.depth -= 1;
                Ok(false)
            }
            _ => Err(self.error("expected a comma or the end")),
        }
    }

    /// The name of an object's next entry, or `None` where the object ends.
    #[inline(always)]
    pub(super) fn name(&mut self, first: &mut bool) -> Result<Option<&str>, JsonError> {
        if !self.more(b'}', first)? {
            return Ok(None);
        }
        self.string("expected a name").map(Some)
    }

    /// The colon behind a name.
    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), JsonError> {
        if self.peek() != Some(b':') {
            return Err(self.error("expected a colon"));
        }
        self.at += 1;
        Ok(())
    }

    /// A string; `kind` is what is due, for the error.
    #[inline]
    pub(super) fn string(&mut self, kind: &str) -> Result<&str, JsonError> {
        let text = self.text;
        if self.peek() == Some(b'"') {
            let start = self.at + 1;
            let end = start + plain(&text.as_bytes()[start..]);
            if text.as_bytes().get(end) == Some(&b'"') {
                self.at = end + 1;
                return Ok(&text[start..end]);
            }
        }
        self.odd_string(kind)
    }

    /// A string with escapes, or none at all.
    #[cold]
    #[inline(never)]
    fn odd_string(&mut self, kind: &str) -> Result<&str, JsonError> {
        if self.peek() != Some(b'"') {
            return Err(self.error(kind));
        }
        let place = self.at;
        match serde_json::from_str(self.raw()?) {
            Ok(unescaped) => self.unescaped = unescaped,
            Err(error) => return Err(self.refused(place, &error)),
        }
        Ok(&self.unescaped)
    }

    /// A value of any kind, as it stands in the text.
    pub(super) fn raw(&mut self) -> Result<&'t str, JsonError> {
        // A stream is the one reader that stops after a value.
        let mut values = serde_json::Deserializer::from_str(&self.text[self.at..]).into_iter();
        let place = self.at;
        let value: &RawValue = match values.next() {
            Some(Ok(value)) => value,
            Some(Err(error)) => return Err(self.refused(place, &error)),
            None => return Err(self.error("expected a value")),
        };
        self.at += values.byte_offset();
        Ok(value.get())
    }

    /// A value that no member takes. It must be JSON all the same, and must not nest without end.
    pub(super) fn pass_over(&mut self) -> Result<(), JsonError> {
        if depth(self.raw()?) > PASSED_DEPTH {
            return Err(self.error("the value nests too deeply"));
        }
        Ok(())
    }

    /// A value of any kind.
    pub(super) fn document(&mut self) -> Result<Document, JsonError> {
        self.peek();
        let place = self.at;
        let mut value = serde_json::Deserializer::from_str(self.raw()?);
        let document = DocumentSeed.deserialize(&mut value);
        document.map_err(|error| self.refused(place, &error))
    }

    /// What serde_json has against the value at `place`, which it counts lines and columns from.
    #[cold]
    fn refused(&mut self, place: usize, error: &serde_json::Error) -> JsonError {
        self.at = place;
        let reason = error.to_string();
        self.error(reason.split(" at line ").next().unwrap_or_default())
    }
}

/// How many of `bytes` stand for themselves in a string: up to a quote, a backslash or a control
/// character.
#[inline(never)]
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const QUOTES: u64 = ONES * b'"' as u64;
    const BACKSLASHES: u64 = ONES * b'\\' as u64;
    let mut length = 0;
    while let Some(eight) = bytes[length..].first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        // The highest bit of each byte that goes below zero. A borrow can set it in bytes after
        // the first such one, but not before.
        let special = (eight ^ QUOTES).wrapping_sub(ONES)
            | (eight ^ BACKSLASHES).wrapping_sub(ONES)
            | eight.wrapping_sub(ONES * 0x20);
        let special = special & !eight & (ONES << 7);
        if special != 0 {
            return length + special.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    length + plain_tail(&bytes[length..])
}

/// The same where fewer than eight bytes are left: at the end of a text, where no string stands.
#[cold]
#[inline(never)]
fn plain_tail(bytes: &[u8]) -> usize {
    let is_plain = |byte: &&u8| **byte >= 0x20 && !matches!(byte, b'"' | b'\\');
    bytes.iter().take_while(is_plain).count()
}

/// How many lists and objects stand inside each other in `text`, which is JSON.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::{depth, plain};

    #[test]
    fn brackets_in_strings_do_not_count() {
        assert_eq!(depth("1"), 0);
        assert_eq!(depth(r#"[{"[[": [1, [2]]}, []]"#), 4);
        assert_eq!(depth(r#"["\"[[[", "\\", []]"#), 2);
    }

    #[test]
    fn a_plain_run_ends_with_the_first_special_byte_wherever_it_stands() {
        for special in (0..0x20).chain([b'"', b'\\']) {
            for length in 0..20 {
                let mut bytes = vec![b'a'; 40];
                bytes[length] = special;
                // What follows must not hide it.
                bytes[length + 1] = b'"';
                assert_eq!(plain(&bytes), length, "{special:#x}");
                assert_eq!(plain(&bytes[..=length]), length, "{special:#x} at the end");
            }
        }
    }

    #[test]
    fn all_other_bytes_are_plain() {
        for byte in (0x20..=0xff).filter(|byte| !matches!(byte, b'"' | b'\\')) {
            for length in 0..20 {
                assert_eq!(plain(&vec![byte; length]), length, "{byte:#x}");
            }
        }
    }
}
