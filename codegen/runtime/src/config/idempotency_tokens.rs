//! What makes up idempotency tokens.

use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_types::config_bag::{Storable, StoreReplace};
use fastrand::Rng;

/// Makes up the tokens by which a service knows a call that it has seen before.
///
/// Tokens are random by default. A fixed text can be given in tests: `"…".into()`.
#[derive(Clone, Debug)]
pub struct IdempotencyTokenProvider(Source);

#[derive(Clone, Debug)]
enum Source {
    Fixed(&'static str),
    /// Shared: two clones must not make up the same tokens.
    Random(Arc<Mutex<Rng>>),
}

impl IdempotencyTokenProvider {
    /// Random tokens.
    pub fn random() -> Self {
        Self(Source::Random(Arc::new(Mutex::new(Rng::new()))))
    }

    /// Tokens that follow from `seed`.
    pub fn with_seed(seed: u64) -> Self {
        Self(Source::Random(Arc::new(Mutex::new(Rng::with_seed(seed)))))
    }

    /// The same token for each call.
    pub fn fixed(token: &'static str) -> Self {
        Self(Source::Fixed(token))
    }

    /// A token: a UUID of version 4, unless it is fixed.
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

/// The UUID of version 4, variant 1, that is made of random bits.
fn uuid(bits: u128) -> String {
    let bits = bits & !(0xf << 76) | 4 << 76;
    let bits = bits & !(0b11 << 62) | 0b10 << 62;
    let digits = format!("{bits:032x}");
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
    fn clones_do_not_repeat_each_other_and_seeds_do() {
        let make = |provider: &IdempotencyTokenProvider| provider.make_idempotency_token();
        let provider = IdempotencyTokenProvider::with_seed(1);
        let clone = provider.clone();
        let tokens = [make(&provider), make(&clone), make(&provider)];
        let again = IdempotencyTokenProvider::with_seed(1);
        assert_eq!(tokens, [make(&again), make(&again), make(&again)]);
        assert!(tokens[0] != tokens[1] && tokens[1] != tokens[2]);
        let random = IdempotencyTokenProvider::random();
        assert_ne!(make(&random), make(&random));
        let fixed = IdempotencyTokenProvider::from("a");
        assert_eq!((make(&fixed), make(&fixed)), ("a".into(), "a".into()));
    }
}
