//! The partitions of AWS and their regions.

use super::host::all_bytes;

/// A partition, with the properties of its endpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partition {
    /// The name, such as `aws` or `aws-cn`.
    pub name: &'static str,
    /// The known regions.
    pub regions: &'static [&'static str],
    /// The pattern of the names of other regions.
    pub pattern: RegionPattern,
    /// The suffix of host names.
    pub dns_suffix: &'static str,
    /// The suffix of dual-stack host names (IPv6 and IPv4).
    pub dual_stack_dns_suffix: &'static str,
    /// `true` if the partition has FIPS endpoints.
    pub supports_fips: bool,
    /// `true` if the partition has dual-stack endpoints.
    pub supports_dual_stack: bool,
    /// The region in the signatures of global services.
    pub implicit_global_region: &'static str,
}

/// A pattern of region names: `PREFIX-WORD-NUMBER`, the only form that partitions use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionPattern {
    /// The prefixes, such as `us` and `us-gov`.
    pub prefixes: &'static [&'static str],
}

impl RegionPattern {
    /// Returns `true` if `region` matches the pattern.
    fn matches(&self, region: &str) -> bool {
        self.prefixes.iter().any(|prefix| {
            let rest = region.strip_prefix(prefix);
            let rest = rest.and_then(|rest| rest.strip_prefix('-'));
            let Some((word, number)) = rest.and_then(|rest| rest.split_once('-')) else {
                return false;
            };
            let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            !word.is_empty()
                && all_bytes(word, is_word)
                && !number.is_empty()
                && all_bytes(number, |byte| byte.is_ascii_digit())
        })
    }
}

/// Returns the partition of `region` in `table`: the one that lists it, else the first whose
/// pattern matches, else `aws`.
pub(super) fn find(table: &'static [Partition], region: &str) -> Option<&'static Partition> {
    table
        .iter()
        .find(|partition| partition.regions.contains(&region))
        .or_else(|| {
            table
                .iter()
                .find(|partition| partition.pattern.matches(region))
        })
        // Regions with overrides come before their partition and have its name.
        .or_else(|| table.iter().rfind(|partition| partition.name == "aws"))
}

#[cfg(test)]
mod tests {
    use super::{Partition, RegionPattern, find};

    const fn named(
        name: &'static str,
        regions: &'static [&'static str],
        prefixes: &'static [&'static str],
    ) -> Partition {
        Partition {
            name,
            regions,
            pattern: RegionPattern { prefixes },
            dns_suffix: "example.com",
            dual_stack_dns_suffix: "api.example.com",
            supports_fips: true,
            supports_dual_stack: true,
            implicit_global_region: "us-east-1",
        }
    }

    static TABLE: &[Partition] = &[
        named("aws", &["us-east-1"], &["us", "eu"]),
        named("aws-us-gov", &["us-gov-west-1", "eu-odd-1"], &["us-gov"]),
    ];

    fn name(region: &str) -> Option<&'static str> {
        find(TABLE, region).map(|partition| partition.name)
    }

    #[test]
    fn a_listed_region_wins_over_an_earlier_partitions_pattern() {
        assert_eq!(name("eu-odd-1"), Some("aws-us-gov"));
    }

    #[test]
    fn an_unlisted_region_is_matched_by_pattern() {
        assert_eq!(name("us-gov-east-9"), Some("aws-us-gov"));
        assert_eq!(name("eu-north-1"), Some("aws"));
    }

    #[test]
    fn an_unknown_region_belongs_to_aws() {
        for region in ["nowhere", "us-gov-east-", "us-gov--1", "xx-east-1", ""] {
            assert_eq!(name(region), Some("aws"), "{region:?}");
        }
        assert_eq!(find(&[], "us-east-1"), None);
    }

    #[test]
    fn overrides_of_a_region_apply_only_to_that_region() {
        static TABLE: &[Partition] = &[
            Partition {
                dns_suffix: "override.example.com",
                ..named("aws", &["us-odd-1"], &[])
            },
            named("aws", &["us-east-1"], &["us"]),
        ];
        for (region, suffix) in [
            ("us-odd-1", "override.example.com"),
            ("us-odd-2", "example.com"),
            ("nowhere", "example.com"),
        ] {
            let actual = find(TABLE, region).map(|partition| partition.dns_suffix);
            assert_eq!(actual, Some(suffix), "{region}");
        }
    }
}
