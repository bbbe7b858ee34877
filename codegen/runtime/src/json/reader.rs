//! The JSON tokenizer: punctuation and plain strings are parsed here, all else by serde_json.
//!
//! Most of a response is names and strings without escapes. Finding their ends eight bytes at a
//! time and borrowing them is a third cheaper than using serde_json's visitors.

use aws_smithy_types::Document;
use serde_core::de::DeserializeSeed as _;
use serde_json::value::RawValue;

use super::JsonError;
use super::document::DocumentSeed;

/// The maximum nesting of lists and objects in values that are read.
const MAX_DEPTH: u8 = 127;

/// The maximum nesting of lists and objects in values that are skipped.
const MAX_SKIPPED_DEPTH: usize = 512;

/// A position in JSON.
pub(super) struct Reader<'t> {
    json: &'t str,
    offset: usize,
    depth: u8,
    /// The last string with escapes, unescaped.
    unescaped: String,
}

impl<'t> Reader<'t> {
    pub(super) fn new(json: &'t str) -> Self {
        Self {
            json,
            offset: 0,
            depth: 0,
            unescaped: String::new(),
        }
    }

    /// Returns the number of bytes read.
    pub(super) fn offset(&self) -> usize {
        self.offset
    }

    /// Returns the number of bytes left.
    pub(super) fn remaining(&self) -> usize {
        self.json.len() - self.offset
    }

    /// Creates an error at the current position.
    #[cold]
    pub(super) fn error(&self, reason: &str) -> JsonError {
        let read = &self.json.as_bytes()[..self.offset];
        let line = 1 + read.iter().filter(|byte| **byte == b'\n').count();
        let column = 1 + read.iter().rev().take_while(|byte| **byte != b'\n').count();
        JsonError::new(format!("{reason} at line {line} column {column}"))
    }

    /// Skips whitespace and returns the first byte of the next token.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.json.as_bytes().get(self.offset) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.offset += 1,
                next => return next.copied(),
            }
        }
    }

    /// Consumes `word` if it is next, and returns `true` if it was.
    #[inline]
    pub(super) fn consume(&mut self, word: &str) -> bool {
        self.peek();
        let found = self.json.as_bytes()[self.offset..].starts_with(word.as_bytes());
        if found {
            self.offset += word.len();
        }
        found
    }

    /// Consumes the opening bracket of a list or an object; `expected` is the error message.
    pub(super) fn open(&mut self, bracket: u8, expected: &str) -> Result<(), JsonError> {
        if self.peek() != Some(bracket) {
            return Err(self.error(expected));
        }
        if self.depth == MAX_DEPTH {
            return Err(self.error("the value nests too deeply"));
        }
        self.depth += 1;
        self.offset += 1;
        Ok(())
    }

    /// Returns `true` if another element or entry follows. Consumes its comma, or the closing
    /// `bracket`.
    #[inline]
    pub(super) fn has_next(&mut self, bracket: u8, first: &mut bool) -> Result<bool, JsonError> {
        let next = self.peek();
        if std::mem::take(first) && next != Some(bracket) {
            return Ok(true);
        }
        match next {
            Some(b',') => {
                self.offset += 1;
                Ok(true)
            }
            Some(next) if next == bracket => {
                self.offset += 1;
                self.depth -= 1;
                Ok(false)
            }
            _ => Err(self.error("expected a comma or the end")),
        }
    }

    /// Reads the name of an object's next entry, or returns `None` at the end of the object.
    #[inline(always)]
    pub(super) fn name(&mut self, first: &mut bool) -> Result<Option<&str>, JsonError> {
        if !self.has_next(b'}', first)? {
            return Ok(None);
        }
        self.string("expected a name").map(Some)
    }

    /// Consumes the colon after a name.
    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), JsonError> {
        if self.peek() != Some(b':') {
            return Err(self.error("expected a colon"));
        }
        self.offset += 1;
        Ok(())
    }

    /// Reads a string; `expected` is the error message.
    #[inline]
    pub(super) fn string(&mut self, expected: &str) -> Result<&str, JsonError> {
        let json = self.json;
        if self.peek() == Some(b'"') {
            let start = self.offset + 1;
            let end = start + plain_length(&json.as_bytes()[start..]);
            if json.as_bytes().get(end) == Some(&b'"') {
                self.offset = end + 1;
                return Ok(&json[start..end]);
            }
        }
        self.escaped_string(expected)
    }

    /// Reads a string with escapes, or fails if the next value is not a string.
    #[cold]
    #[inline(never)]
    fn escaped_string(&mut self, expected: &str) -> Result<&str, JsonError> {
        if self.peek() != Some(b'"') {
            return Err(self.error(expected));
        }
        let start = self.offset;
        match serde_json::from_str(self.raw()?) {
            Ok(unescaped) => self.unescaped = unescaped,
            Err(error) => return Err(self.serde_error(start, &error)),
        }
        Ok(&self.unescaped)
    }

    /// Reads any value, and returns its source text.
    pub(super) fn raw(&mut self) -> Result<&'t str, JsonError> {
        // Only a stream deserializer stops after a value.
        let mut values = serde_json::Deserializer::from_str(&self.json[self.offset..]).into_iter();
        let start = self.offset;
        let value: &RawValue = match values.next() {
            Some(Ok(value)) => value,
            Some(Err(error)) => return Err(self.serde_error(start, &error)),
            None => return Err(self.error("expected a value")),
        };
        self.offset += values.byte_offset();
        Ok(value.get())
    }

    /// Skips a value, which must be valid JSON of limited depth.
    pub(super) fn skip_value(&mut self) -> Result<(), JsonError> {
        if depth(self.raw()?) > MAX_SKIPPED_DEPTH {
            return Err(self.error("the value nests too deeply"));
        }
        Ok(())
    }

    /// Reads any value.
    pub(super) fn document(&mut self) -> Result<Document, JsonError> {
        self.peek();
        let start = self.offset;
        let mut value = serde_json::Deserializer::from_str(self.raw()?);
        let document = DocumentSeed.deserialize(&mut value);
        document.map_err(|error| self.serde_error(start, &error))
    }

    /// Converts an error of serde_json about the value at `start`.
    ///
    /// Its line and column are relative to the value, so they are replaced.
    #[cold]
    fn serde_error(&mut self, start: usize, error: &serde_json::Error) -> JsonError {
        self.offset = start;
        let reason = error.to_string();
        self.error(reason.split(" at line ").next().unwrap_or_default())
    }
}

/// Returns the number of bytes before the first quote, backslash or control character.
#[inline(never)]
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const QUOTES: u64 = ONES * b'"' as u64;
    const BACKSLASHES: u64 = ONES * b'\\' as u64;
    let mut length = 0;
    while let Some(eight) = bytes[length..].first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        // Sets the highest bit of each special byte. A borrow can also set it in bytes after the
        // first special one, but never before it.
        let special = (eight ^ QUOTES).wrapping_sub(ONES)
            | (eight ^ BACKSLASHES).wrapping_sub(ONES)
            | eight.wrapping_sub(ONES * 0x20);
        let special = special & !eight & (ONES << 7);
        if special != 0 {
            return length + special.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    length + plain_tail_length(&bytes[length..])
}

/// Returns the same count for fewer than eight bytes, at the end of the input.
#[cold]
#[inline(never)]
fn plain_tail_length(bytes: &[u8]) -> usize {
    let is_plain = |byte: &&u8| **byte >= 0x20 && !matches!(byte, b'"' | b'\\');
    bytes.iter().take_while(is_plain).count()
}

/// Returns the nesting depth of lists and objects in `json`, which must be valid.
fn depth(json: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
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
    use super::{depth, plain_length};

    #[test]
    fn brackets_in_strings_do_not_count() {
        assert_eq!(depth("1"), 0);
        assert_eq!(depth(r#"[{"[[": [1, [2]]}, []]"#), 4);
        assert_eq!(depth(r#"["\"[[[", "\\", []]"#), 2);
    }

    #[test]
    fn a_plain_run_ends_at_the_first_special_byte() {
        for special in (0..0x20).chain([b'"', b'\\']) {
            for length in 0..20 {
                let mut bytes = vec![b'a'; 40];
                bytes[length] = special;
                // A later special byte must not hide the first one.
                bytes[length + 1] = b'"';
                assert_eq!(plain_length(&bytes), length, "{special:#x}");
                assert_eq!(
                    plain_length(&bytes[..=length]),
                    length,
                    "{special:#x} at the end"
                );
            }
        }
    }

    #[test]
    fn all_other_bytes_are_plain() {
        for byte in (0x20..=0xff).filter(|byte| !matches!(byte, b'"' | b'\\')) {
            for length in 0..20 {
                assert_eq!(plain_length(&vec![byte; length]), length, "{byte:#x}");
            }
        }
    }
}
