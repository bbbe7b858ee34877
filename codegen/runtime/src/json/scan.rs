//! Scans over JSON that do not parse it.

/// Returns the number of bytes before the first quote, backslash or control character.
#[inline(never)]
pub(super) fn plain_length(bytes: &[u8]) -> usize {
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

/// Returns the number of bytes after an opening quote up to and with the closing one.
pub(super) fn string_length(bytes: &[u8]) -> usize {
    let mut length = 0;
    loop {
        length += plain_length(bytes.get(length..).unwrap_or_default());
        match bytes.get(length) {
            Some(b'"') => return length + 1,
            Some(b'\\') => length += 2,
            Some(_) => length += 1,
            None => return length,
        }
    }
}

/// Returns the nesting depth of lists and objects in `json`, which must be valid.
pub(super) fn depth(json: &str) -> usize {
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
