//! The provider of idempotency tokens.

use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_types::config_bag::{Storable, StoreReplace};
use fastrand::Rng;

/// A provider of idempotency tokens, by which a service recognizes a retried call.
///
/// Tokens are random by default. Tests can use a fixed token: `"…".into()`.
#[derive(Clone, Debug)]
pub struct IdempotencyTokenProvider(Source);

#[derive(Clone, Debug)]
enum Source {
    Fixed(&'static str),
    /// Shared, so that clones do not generate the same tokens.
    Random(Arc<Mutex<Rng>>),
}

impl IdempotencyTokenProvider {
    /// Creates a provider of random tokens.
    pub fn random() -> Self {
        Self(Source::Random(Arc::new(Mutex::new(Rng::new()))))
    }

    /// Creates a provider of tokens that are determined by `seed`.
    pub fn with_seed(seed: u64) -> Self {
        Self(Source::Random(Arc::new(Mutex::new(Rng::with_seed(seed)))))
    }

    /// Creates a provider that returns `token` for each call.
    pub fn fixed(token: &'static str) -> Self {
        Self(Source::Fixed(token))
    }

    /// Returns a token: the fixed one, or a UUID of version 4.
    pub fn make_idempotency_token(&self) -> String {
        match &self.0 {
            Source::Fixed(token) => (*token).to_owned(),
            Source::Random(rng) => {
                let mut rng = rng.lock().unwrap_or_else(PoisonError::into_inner);
                uuid(rng.u128(..))
            }
        }
    }
}

impl From<&'static str> for IdempotencyTokenProvider {
    fn from(token: &'static str) -> Self {
        Self::fixed(token)
    }
}

impl Storable for IdempotencyTokenProvider {
    type Storer = StoreReplace<Self>;
}

/// Formats random bits as a UUID of version 4, variant 1.
fn uuid(bits: u128) -> String {
    let versioned = bits & !(0xf << 76) | 4 << 76;
    let uuid = versioned & !(0b11 << 62) | 0b10 << 62;
    let digits = format!("{uuid:032x}");
    let groups = [0..8, 8..12, 12..16, 16..20, 20..32];
    groups.map(|group| &digits[group]).join("-")
}

#[cfg(test)]
mod tests {
    use super::{IdempotencyTokenProvider, uuid};

    #[test]
    fn tokens_are_uuids_of_version_4() {
        assert_eq!(uuid(0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        let bits = 0x0123_4567_89ab_cdef_0123_4567_89ab_cdef;
        assert_eq!(uuid(bits), "01234567-89ab-4def-8123-456789abcdef");
    }

    #[test]
    fn clones_do_not_repeat_tokens_but_equal_seeds_do() {
        let token = |provider: &IdempotencyTokenProvider| provider.make_idempotency_token();
        let provider = IdempotencyTokenProvider::with_seed(1);
        let clone = provider.clone();
        let tokens = [token(&provider), token(&clone), token(&provider)];
        let same_seed = IdempotencyTokenProvider::with_seed(1);
        assert_eq!(
            tokens,
            [token(&same_seed), token(&same_seed), token(&same_seed)]
        );
        assert!(tokens[0] != tokens[1] && tokens[1] != tokens[2]);
        let random = IdempotencyTokenProvider::random();
        assert_ne!(token(&random), token(&random));
        let fixed = IdempotencyTokenProvider::from("a");
        assert_eq!((token(&fixed), token(&fixed)), ("a".into(), "a".into()));
    }
}
