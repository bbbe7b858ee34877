//! Snake case and camel case, by the official client's rules for word boundaries.
//!
//! Types and fields differ: `ARNs` and `IPv4` are one word in a field, but not in a type. This
//! module finds the boundaries, because those of `heck` differ; `heck` joins the words.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Words that are not split, despite their case.
const UNSPLIT: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// Converts a name to snake case: modules, fields, functions.
pub(crate) fn snake(name: &str) -> String {
    let all_lower = !name.contains(char::is_uppercase);
    let words = words(name, |word, rest| {
        let (Some(last), Some(next)) = (word.chars().last(), rest.chars().next()) else {
            return false;
        };
        let starts = next.is_uppercase() && (last.is_lowercase() || last.is_numeric());
        let starts_lower = all_lower && last.is_numeric() && next.is_lowercase();
        ((starts || starts_lower) && !is_in_unsplit_word(word, rest))
            || (ends_acronym(last, rest) && !is_plural_or_version(rest))
    });
    words.join("_").to_lowercase().to_snake_case()
}

/// Converts a name to upper camel case: types and variants.
pub(crate) fn camel(name: &str) -> String {
    let words = words(name, |word, rest| {
        let (Some(last), Some(next)) = (word.chars().last(), rest.chars().next()) else {
            return false;
        };
        (next.is_uppercase() && (last.is_lowercase() || last.is_numeric()))
            || ends_acronym(last, rest)
    });
    words.join("_").to_lowercase().to_upper_camel_case()
}

/// Splits a name at characters that are neither letters nor digits, and after a word if `ends`
/// returns `true` for the word and the rest of the name.
fn words(name: &str, ends: impl Fn(&str, &str) -> bool) -> Vec<&str> {
    let mut words = Vec::new();
    for part in name.split(|character: char| !character.is_alphanumeric()) {
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

/// Returns `true` if `word` is the start of an unsplit word that continues in `rest`.
fn is_in_unsplit_word(word: &str, rest: &str) -> bool {
    let is_start = |unsplit: &&str| {
        let letters = word.chars().chain(rest.chars());
        let mut letters = letters.flat_map(char::to_lowercase);
        unsplit.chars().all(|letter| letters.next() == Some(letter))
    };
    let mut unsplit = UNSPLIT.iter().filter(|unsplit| word.len() < unsplit.len());
    unsplit.any(is_start)
}

/// Returns `true` if an acronym ends before `rest`, as in `DB` `Proxy`.
fn ends_acronym(last: char, rest: &str) -> bool {
    let mut rest = rest.chars();
    last.is_uppercase()
        && rest.next().is_some_and(char::is_uppercase)
        && rest.next().is_some_and(char::is_lowercase)
}

/// Returns `true` if the letters after an acronym belong to it, as in `ACLs` and `DBv2`.
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
    fn words_end_as_in_the_official_client() {
        for (name, snake_case, camel_case) in [
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
            assert_eq!(snake(name), snake_case, "{name}");
            assert_eq!(camel(name), camel_case, "{name}");
        }
    }
}
