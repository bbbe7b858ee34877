//! Identifiers from a seed: equal seeds give equal identifiers in equal order.

use fastrand::Rng;
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};

/// A repeatable source of identifiers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Ids {
    state: u64,
}

impl Ids {
    pub(crate) fn new(seed: Option<u64>) -> Self {
        Self {
            state: seed.unwrap_or_else(|| fastrand::u64(..)),
        }
    }

    fn draw<T>(&mut self, draw: impl FnOnce(&mut Rng) -> T) -> T {
        let mut rng = Rng::with_seed(self.state);
        let value = draw(&mut rng);
        self.state = rng.get_seed();
        value
    }

    /// Returns `length` random letters and digits.
    pub(crate) fn letters(&mut self, length: usize) -> String {
        self.draw(|rng| (0..length).map(|_| rng.alphanumeric()).collect())
    }

    /// Returns a random UUID of version 4.
    pub(crate) fn uuid(&mut self) -> String {
        let random = self.draw(|rng| rng.u128(..));
        let bits = random & !(0xf << 76) & !(0x3 << 62) | (0x4 << 76) | (0x2 << 62);
        let hex = format!("{bits:032x}");
        [
            &hex[..8],
            &hex[8..12],
            &hex[12..16],
            &hex[16..20],
            &hex[20..],
        ]
        .join("-")
    }
}

/// Returns the lower-case hexadecimal MD5 of `bytes`.
pub(crate) fn md5_hex(bytes: &[u8]) -> String {
    md5(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Returns the MD5 of `bytes`.
pub(crate) fn md5(bytes: &[u8]) -> [u8; 16] {
    Md5::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_seeds_give_equal_identifiers() {
        let draw = |seed| {
            let mut ids = Ids::new(Some(seed));
            (ids.letters(12), ids.letters(12), ids.uuid())
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
        let (first, second, _) = draw(1);
        assert_ne!(first, second);
    }

    #[test]
    fn uuids_are_of_version_4() {
        let mut ids = Ids::new(Some(7));
        for _ in 0..100 {
            let uuid = ids.uuid();
            let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12], "{uuid}");
            assert_eq!(uuid.as_bytes()[14], b'4', "{uuid}");
            assert!(b"89ab".contains(&uuid.as_bytes()[19]), "{uuid}");
        }
    }
}
