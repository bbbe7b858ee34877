//! Validation of names, versions and dates.

/// Validates a package name, by the rules of cargo and crates.io.
pub(crate) fn crate_name(name: &str) -> Result<String, String> {
    let starts_with_letter = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let has_valid_characters = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if starts_with_letter && has_valid_characters && name.len() <= 64 {
        Ok(name.to_owned())
    } else {
        Err("a package name is a letter, then up to 63 letters, digits, `-` or `_`".to_owned())
    }
}

/// Validates a version, such as `1.2.3` or `1.2.3-rc.1`.
pub(crate) fn version(version: &str) -> Result<String, String> {
    let (numbers, pre) = version
        .split_once('-')
        .map_or((version, None), |(numbers, pre)| (numbers, Some(pre)));
    let is_plain_number = |part: &str| {
        part.parse::<u64>()
            .is_ok_and(|value| value.to_string() == part)
    };
    let is_identifier = |part: &str| {
        let is_number = part.chars().all(|c| c.is_ascii_digit());
        let has_valid_characters = part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        !part.is_empty()
            && has_valid_characters
            && (!is_number || part == "0" || !part.starts_with('0'))
    };
    let parts: Vec<_> = numbers.split('.').collect();
    if parts.len() == 3
        && parts.into_iter().all(is_plain_number)
        && pre.is_none_or(|pre| pre.split('.').all(is_identifier))
    {
        Ok(version.to_owned())
    } else {
        Err(
            "a version is three numbers (`1.2.3`), optionally with a pre-release (`1.2.3-rc.1`)"
                .to_owned(),
        )
    }
}

/// Validates a month, such as `2026-11`.
pub(crate) fn month(month: &str) -> Result<String, String> {
    let parts = month.split_once('-').filter(|(year, month)| {
        let are_digits =
            |part: &str, len| part.len() == len && part.chars().all(|c| c.is_ascii_digit());
        are_digits(year, 4) && are_digits(month, 2) && ("01"..="12").contains(month)
    });
    parts
        .map(|_| month.to_owned())
        .ok_or_else(|| "a month has the form `2026-11`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crate_names_follow_the_rules_of_cargo() {
        for good in ["ivs-sdk", "a", "A_1"] {
            assert_eq!(crate_name(good).as_deref(), Ok(good));
        }
        for bad in ["", "1a", "-a", "a b", "a/b", "é", &"a".repeat(65)] {
            assert!(crate_name(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn versions_are_three_numbers_and_an_optional_pre_release() {
        for good in ["0.1.0", "10.20.30", "1.0.0-rc.1", "1.0.0-0", "1.0.0-a-b"] {
            assert_eq!(version(good).as_deref(), Ok(good));
        }
        for bad in [
            "",
            "1",
            "1.2",
            "1.2.3.4",
            "01.2.3",
            "+1.2.3",
            "1.2.x",
            "1.2.3-",
            "1.2.3-01",
            "1.2.3-a..b",
            "^1.2.3",
            "1.2.3\"",
        ] {
            assert!(version(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn months_have_a_year_of_four_digits_and_a_month_of_two() {
        for good in ["2026-11", "2025-01"] {
            assert_eq!(month(good).as_deref(), Ok(good));
        }
        for bad in [
            "",
            "2026",
            "2026-13",
            "2026-00",
            "26-11",
            "2026-1",
            "2026-11-01",
            "20x6-11",
        ] {
            assert!(month(bad).is_err(), "{bad}");
        }
    }
}
