//! Which partition of AWS a region belongs to.

/// A partition and what its endpoints look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partition {
    /// `aws`, `aws-cn`, …
    pub name: &'static str,
    /// The regions that are known by name.
    pub regions: &'static [&'static str],
    /// What other regions of the partition are called.
    pub pattern: RegionPattern,
    /// The end of its host names.
    pub dns_suffix: &'static str,
    /// The end of its host names for IPv6 and IPv4.
    pub dual_stack_dns_suffix: &'static str,
    /// Whether it has FIPS endpoints.
    pub supports_fips: bool,
    /// Whether it has endpoints for IPv6 and IPv4.
    pub supports_dual_stack: bool,
    /// The region that global services sign for.
    pub implicit_global_region: &'static str,
}

/// Region names of the form `PREFIX-WORD-NUMBER`, the only one that partitions have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionPattern {
    /// The prefixes, `us` and `us-gov` for example.
    pub prefixes: &'static [&'static str],
}

impl RegionPattern {
    /// Whether `region` is of the form.
    fn matches(&self, region: &str) -> bool {
        self.prefixes.iter().any(|prefix| {
            let rest = region.strip_prefix(prefix);
            let rest = rest.and_then(|rest| rest.strip_prefix('-'));
            let Some((word, number)) = rest.and_then(|rest| rest.split_once('-')) else {
                return false;
            };
            let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            !word.is_empty()
                && word.bytes().all(is_word)
                && !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    }
}

/// The partition of `region` in `table`: the one that lists it, else the first whose pattern it
/// fits, else `aws`.
pub(super) fn find(table: &'static [Partition], region: &str) -> Option<&'static Partition> {
    table
        .iter()
        .find(|partition| partition.regions.contains(&region))
        .or_else(|| {
            table
                .iter()
                .find(|partition| partition.pattern.matches(region))
        })
        // Regions that differ from their partition stand before it under its name.
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
    fn an_unlisted_region_goes_by_pattern() {
        assert_eq!(name("us-gov-east-9"), Some("aws-us-gov"));
        assert_eq!(name("eu-north-1"), Some("aws"));
    }

    #[test]
    fn an_unknown_region_is_of_aws() {
        for region in ["nowhere", "us-gov-east-", "us-gov--1", "xx-east-1", ""] {
            assert_eq!(name(region), Some("aws"), "{region:?}");
        }
        assert_eq!(find(&[], "us-east-1"), None);
    }

    #[test]
    fn an_unknown_region_is_not_of_a_region_with_facts_of_its_own() {
        static TABLE: &[Partition] = &[
            Partition {
                dns_suffix: "own.example.com",
                ..named("aws", &["us-odd-1"], &[])
            },
            named("aws", &["us-east-1"], &["us"]),
        ];
        for (region, suffix) in [
            ("us-odd-1", "own.example.com"),
            ("us-odd-2", "example.com"),
            ("nowhere", "example.com"),
        ] {
            let found = find(TABLE, region).map(|partition| partition.dns_suffix);
            assert_eq!(found, Some(suffix), "{region}");
        }
    }
}
