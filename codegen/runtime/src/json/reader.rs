//! The JSON tokenizer. Punctuation and plain strings are parsed here; serde_json finds the end of
//! other values and unescapes strings.
//!
//! Most of a response is names and strings without escapes. Finding their ends eight bytes at a
//! time and borrowing them is a third cheaper than using serde_json's visitors.

use serde_json::value::RawValue;

use super::JsonError;
use super::scan::{depth, plain_length, string_length};

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

    /// Sets the nesting of the current position and returns the previous one.
    pub(super) fn set_depth(&mut self, depth: u8) -> u8 {
        std::mem::replace(&mut self.depth, depth)
    }

    /// Creates an error at the current position.
    #[cold]
    pub(super) fn error(&self, reason: &str) -> JsonError {
        let read = &self.json.as_bytes()[..self.offset];
        let (mut line, mut column) = (1, 1);
        for byte in read {
            column += 1;
            if *byte == b'\n' {
                (line, column) = (line + 1, 1);
            }
        }
        JsonError::new(format!("{reason} at line {line} column {column}"))
    }

    /// Adds the path to the value at the current position, where `error` occurred.
    #[cold]
    pub(super) fn with_path(&self, error: JsonError) -> JsonError {
        error.at(self.json, self.offset)
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

    /// Counts the elements left in a list of which an element is next.
    ///
    /// If the list is not valid JSON, the count may end early; it never exceeds half of the bytes.
    #[cold]
    #[inline(never)]
    pub(super) fn elements_left(&self) -> usize {
        let bytes = &self.json.as_bytes()[self.offset..];
        let (mut count, mut depth, mut offset, mut previous) = (1, 0_usize, 0, b',');
        while let Some(&byte) = bytes.get(offset) {
            offset += 1;
            match byte {
                b' ' | b'\n' | b'\t' | b'\r' => continue,
                b'"' => offset += string_length(&bytes[offset..]),
                b'[' | b'{' => depth += 1,
                b']' | b'}' if depth == 0 => break,
                b']' | b'}' => depth -= 1,
                b',' if depth > 0 => {}
                b',' if previous == b',' => break,
                b',' => count += 1,
                _ => {}
            }
            previous = byte;
        }
        count
    }

    /// Skips a value, which must be valid JSON of limited depth.
    pub(super) fn skip_value(&mut self) -> Result<(), JsonError> {
        if depth(self.raw()?) > MAX_SKIPPED_DEPTH {
            return Err(self.error("the value nests too deeply"));
        }
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::Reader;

    #[test]
    fn elements_are_counted_up_to_the_end_of_the_list() {
        for (json, count) in [
            ("{}]", 1),
            ("{},{}]", 2),
            (" 1 , [2, 3] , {\"a\": 4, \"b\": [5, 6]}] , 7", 3),
            (r#""a,]","\",]\\","é,"], 1"#, 3),
            ("{},", 2),
            ("{},,,,,,", 2),
            (",,,", 1),
            (r#"{},"a,"#, 2),
            (r#"{},"\"#, 2),
            ("", 1),
        ] {
            assert_eq!(Reader::new(json).elements_left(), count, "{json}");
        }
    }
}
