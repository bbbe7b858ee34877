//! The cases of names, by the official client's rules for where a word ends.
//!
//! Types and fields differ: a field keeps `ARNs` and `IPv4` together, a type does not. Where the words
//! end is decided here; `heck`, which would end them elsewhere, puts them together again.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Words that are one, though their case says otherwise.
const WHOLE: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// The name in snake case: modules, fields, functions.
pub(crate) fn snake(text: &str) -> String {
    let all_lower = !text.contains(char::is_uppercase);
    let words = words(text, |word, rest| {
        let (Some(last), Some(next)) = (word.chars().last(), rest.chars().next()) else {
            return false;
        };
        let starts = next.is_uppercase() && (last.is_lowercase() || last.is_numeric());
        let starts_lower = all_lower && last.is_numeric() && next.is_lowercase();
        ((starts || starts_lower) && !is_in_whole_word(word, rest))
            || (ends_acronym(last, rest) && !is_plural_or_version(rest))
    });
    words.join("_").to_lowercase().to_snake_case()
}

/// The name in upper camel case: types and variants.
pub(crate) fn camel(text: &str) -> String {
    let words = words(text, |word, rest| {
        let (Some(last), Some(next)) = (word.chars().last(), rest.chars().next()) else {
            return false;
        };
        (next.is_uppercase() && (last.is_lowercase() || last.is_numeric()))
            || ends_acronym(last, rest)
    });
    words.join("_").to_lowercase().to_upper_camel_case()
}

/// Splits at what is neither letter nor digit, and where `ends` says so of a word as far as it
/// goes and of what follows.
fn words(text: &str, ends: impl Fn(&str, &str) -> bool) -> Vec<&str> {
    let mut words = Vec::new();
    for part in text.split(|character: char| !character.is_alphanumeric()) {
        let mut start = 0;
        for (index, _) in part.char_indices().skip(1) {
            if ends(&part[start..index], &part[index..]) {
                words.push(&part[start..index]);
                start = index;
            }
        }
        words.push(&part[start..]);
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether `word` is the start of a whole word that goes on in `rest`.
fn is_in_whole_word(word: &str, rest: &str) -> bool {
    let both = format!("{word}{rest}").to_lowercase();
    let mut whole = WHOLE.iter();
    whole.any(|whole| word.len() < whole.len() && both.starts_with(whole))
}

/// Whether an acronym ends before `rest`, as in `DB` `Proxy`.
fn ends_acronym(last: char, rest: &str) -> bool {
    let mut rest = rest.chars();
    last.is_uppercase()
        && rest.next().is_some_and(char::is_uppercase)
        && rest.next().is_some_and(char::is_lowercase)
}

/// Whether what looks like a word after an acronym belongs to it, as in `ACLs` and `DBv2`.
fn is_plural_or_version(rest: &str) -> bool {
    let mut rest = rest.chars().skip(1);
    match (rest.next(), rest.next()) {
        (Some('s'), next) => !next.is_some_and(char::is_lowercase),
        (Some('v'), next) => next.is_some_and(char::is_numeric),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{camel, snake};

    #[test]
    fn words_end_where_the_official_client_ends_them() {
        for (text, snake_case, camel_case) in [
            ("channelArn", "channel_arn", "ChannelArn"),
            ("xAmznErrorType", "x_amzn_error_type", "XAmznErrorType"),
            ("S3Destination", "s3_destination", "S3Destination"),
            ("s3key", "s3_key", "S3key"),
            ("s3Key", "s3_key", "S3Key"),
            ("SRTConfig", "srt_config", "SrtConfig"),
            ("ARNs", "arns", "ArNs"),
            ("ACLsEnabled", "acls_enabled", "AcLsEnabled"),
            ("IAMUser", "iam_user", "IamUser"),
            ("IPv4Address", "ipv4_address", "IPv4Address"),
            ("TtLSeconds", "ttl_seconds", "TtLSeconds"),
            ("sizeInMiB", "size_in_mib", "SizeInMiB"),
            ("DynamoDBv2", "dynamo_dbv2", "DynamoDBv2"),
            ("AES256GCM", "aes256_gcm", "Aes256Gcm"),
            ("FULL_HD", "full_hd", "FullHd"),
            ("a.b-c", "a_b_c", "ABC"),
            ("_x", "x", "X"),
            ("_", "", ""),
        ] {
            assert_eq!(snake(text), snake_case, "{text}");
            assert_eq!(camel(text), camel_case, "{text}");
        }
    }
}
