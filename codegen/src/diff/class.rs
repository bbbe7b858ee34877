//! Classes of differences, versions, and the next version.

use std::fmt;

/// The class of a difference: what it means for an application, most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Code that compiles with the old crate may not compile with the new one.
    Breaking,
    /// The same code sends other requests, or treats responses in another way.
    Behavioural,
    /// There are new items, or items became deprecated.
    Additive,
    /// Only documentation differs.
    Documentation,
    /// Nothing in the crate differs that a user would notice.
    None,
}

impl Class {
    /// All classes, most severe first.
    pub const ALL: [Self; 5] = [
        Self::Breaking,
        Self::Behavioural,
        Self::Additive,
        Self::Documentation,
        Self::None,
    ];

    /// Returns the class's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Behavioural => "behavioural",
            Self::Additive => "additive",
            Self::Documentation => "documentation",
            Self::None => "none",
        }
    }

    /// Returns the class with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == name)
    }

    /// Returns the part of the version that the class increases.
    pub fn bump(self) -> Bump {
        match self {
            Self::Breaking => Bump::Breaking,
            Self::Additive => Bump::Additive,
            Self::Behavioural | Self::Documentation => Bump::Patch,
            Self::None => Bump::None,
        }
    }
}

/// The step from one version to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bump {
    /// The version stays the same.
    None,
    /// Fixes, documentation, behaviour on the wire: the patch version.
    Patch,
    /// New items: the minor version, or the patch version below 1.0.
    Additive,
    /// Incompatible changes: the major version, or the minor version below 1.0.
    Breaking,
}

impl Bump {
    /// Returns the step's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Additive => "additive",
            Self::Breaking => "breaking",
        }
    }
}

/// A version of a crate, such as `1.2.3` or `1.2.3-rc.1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    numbers: [u64; 3],
    /// The identifiers of a pre-release; empty for a release.
    pre_release: Vec<String>,
}

impl Version {
    /// Parses three numbers and an optional pre-release; `None` if the string has another form.
    pub fn parse(string: &str) -> Option<Self> {
        let (numbers, pre_release) = match string.split_once('-') {
            Some((numbers, pre_release)) => (numbers, pre_release.split('.').collect()),
            None => (string, Vec::new()),
        };
        let numbers: Option<Vec<u64>> = numbers.split('.').map(|part| part.parse().ok()).collect();
        let is_invalid = |part: &&str| part.is_empty();
        if pre_release.iter().any(is_invalid) {
            return None;
        }
        Some(Self {
            numbers: numbers?.try_into().ok()?,
            pre_release: pre_release.into_iter().map(str::to_owned).collect(),
        })
    }

    /// Returns the lowest version after this one that `bump` allows.
    ///
    /// A pre-release promises nothing, so the next version is its release.
    #[must_use]
    pub fn next(&self, bump: Bump) -> Self {
        let [major, minor, patch] = self.numbers;
        let numbers = match (bump, major) {
            (Bump::None, _) => return self.clone(),
            _ if !self.pre_release.is_empty() => self.numbers,
            (Bump::Breaking, 1..) => [major.saturating_add(1), 0, 0],
            (Bump::Breaking, 0) | (Bump::Additive, 1..) => [major, minor.saturating_add(1), 0],
            (Bump::Additive, 0) | (Bump::Patch, _) => [major, minor, patch.saturating_add(1)],
        };
        Self {
            numbers,
            pre_release: Vec::new(),
        }
    }

    /// Returns the key that orders the identifiers of pre-releases: numbers first.
    fn pre_release_key(&self) -> Vec<(bool, u64, &str)> {
        let key = |part: &'_ String| part.parse::<u64>().ok();
        let parts = self.pre_release.iter();
        parts
            .map(|part| match key(part) {
                Some(number) => (false, number, ""),
                None => (true, 0, &**part),
            })
            .collect()
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |version: &Self| (version.numbers, version.pre_release.is_empty());
        key(self)
            .cmp(&key(other))
            .then_with(|| self.pre_release_key().cmp(&other.pre_release_key()))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(f, "{major}.{minor}.{patch}")?;
        if !self.pre_release.is_empty() {
            write!(f, "-{}", self.pre_release.join("."))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Bump, Version};

    fn version(string: &str) -> Version {
        Version::parse(string).expect("a version")
    }

    #[test]
    fn next_version_follows_semver() {
        for (current, [patch, additive, breaking]) in [
            ("0.1.0", ["0.1.1", "0.1.1", "0.2.0"]),
            ("0.0.4", ["0.0.5", "0.0.5", "0.1.0"]),
            ("1.2.3", ["1.2.4", "1.3.0", "2.0.0"]),
            ("2.0.0-rc.1", ["2.0.0", "2.0.0", "2.0.0"]),
        ] {
            let next = |bump| version(current).next(bump).to_string();
            let bumps = [Bump::Patch, Bump::Additive, Bump::Breaking].map(next);
            assert_eq!(bumps, [patch, additive, breaking], "{current}");
            assert_eq!(next(Bump::None), current);
        }
    }

    #[test]
    fn versions_are_ordered() {
        let sorted = [
            "0.1.0-alpha",
            "0.1.0-alpha.1",
            "0.1.0-alpha.beta",
            "0.1.0-beta.2",
            "0.1.0-beta.11",
            "0.1.0-rc.1",
            "0.1.0",
            "0.1.1",
            "0.2.0",
            "0.10.0",
            "1.0.0",
        ];
        assert!(sorted.map(version).is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn other_strings_are_no_versions() {
        for string in [
            "",
            "1",
            "1.2",
            "1.2.3.4",
            "a.b.c",
            "1.2.3-",
            "1.2.3-a..b",
            "1.-2.3",
        ] {
            assert_eq!(Version::parse(string), None, "{string}");
        }
    }
}
