//! Pages of lists, and the tokens that lead from one to the next.
//!
//! A token holds the position of the last entry of its page, so it stays usable when entries are
//! added or removed. A checksum binds it to the operation and its filters: the token of another
//! list is an error.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::error::{Outcome, violation};
use super::ids::md5;

/// A request for a page: the list's name with all that identifies it, and the members of the input.
#[derive(Debug)]
pub(crate) struct PageRequest<'a> {
    pub(crate) list: &'a [&'a str],
    pub(crate) token: Option<&'a str>,
    pub(crate) max_results: Option<i64>,
    pub(crate) default: usize,
    pub(crate) most: usize,
}

/// The place where a page begins, and its size.
#[derive(Debug)]
pub(crate) struct Cursor {
    list: String,
    size: usize,
    /// The position of the last entry of the previous page.
    pub(crate) after: Option<u64>,
}

/// A page of a list.
#[derive(Debug)]
pub(crate) struct Page<V> {
    pub(crate) items: Vec<V>,
    pub(crate) next_token: Option<String>,
}

impl Cursor {
    /// Reads the request's token and size.
    ///
    /// # Errors
    ///
    /// ValidationException if the token is malformed or of another list.
    pub(crate) fn open(request: &PageRequest<'_>) -> Outcome<Self> {
        let PageRequest {
            list,
            token,
            max_results,
            default,
            most,
        } = *request;
        let size = max_results.map_or(default, |max| usize::try_from(max).unwrap_or(1));
        let mut cursor = Self {
            list: list.join("\n"),
            size: size.clamp(1, most),
            after: None,
        };
        if let Some(token) = token.filter(|token| !token.is_empty()) {
            let position = cursor.position(token);
            cursor.after =
                Some(position.ok_or_else(|| violation("/nextToken", "be a token of this list"))?);
        }
        Ok(cursor)
    }

    /// Takes one page of `rows`, which begin after the cursor's position.
    pub(crate) fn page<R, V>(
        &self,
        rows: impl Iterator<Item = (u64, R)>,
        view: impl Fn(R) -> V,
    ) -> Page<V> {
        let mut rows = rows.peekable();
        let mut items = Vec::new();
        let mut last = 0;
        for (at, row) in rows.by_ref().take(self.size) {
            items.push(view(row));
            last = at;
        }
        let next_token = rows.peek().is_some().then(|| self.token(last));
        Page { items, next_token }
    }

    fn token(&self, position: u64) -> String {
        let mut bytes = position.to_be_bytes().to_vec();
        bytes.extend(self.checksum(position));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn position(&self, token: &str) -> Option<u64> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (position, checksum) = bytes.split_first_chunk()?;
        let position = u64::from_be_bytes(*position);
        (checksum == self.checksum(position)).then_some(position)
    }

    fn checksum(&self, position: u64) -> [u8; 16] {
        md5(format!("{}\n{position}", self.list).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor(list: &[&str], token: Option<&str>, max_results: Option<i64>) -> Outcome<Cursor> {
        Cursor::open(&PageRequest {
            list,
            token,
            max_results,
            default: 2,
            most: 3,
        })
    }

    fn rows(after: Option<u64>) -> impl Iterator<Item = (u64, u64)> {
        (0..5)
            .filter(move |at| after.is_none_or(|after| *at > after))
            .map(|at| (at, at * 10))
    }

    #[test]
    fn pages_lead_to_the_end() {
        let first = cursor(&["List"], None, None)
            .unwrap()
            .page(rows(None), |row| row);
        assert_eq!(first.items, [0, 10]);
        let second = cursor(&["List"], first.next_token.as_deref(), Some(9)).unwrap();
        let page = second.page(rows(second.after), |row| row);
        assert_eq!(page.items, [20, 30, 40]);
        assert_eq!(page.next_token, None);
    }

    #[test]
    fn foreign_and_malformed_tokens_are_errors() {
        let page = cursor(&["List", "a"], None, None)
            .unwrap()
            .page(rows(None), |row| row);
        let token = page.next_token.unwrap();
        let mut changed = token.clone();
        changed.replace_range(..1, "B");
        for (list, token) in [
            (["List", "b"], token.as_str()),
            (["Other", "a"], token.as_str()),
            (["List", "a"], changed.as_str()),
            (["List", "a"], "AAAA"),
            (["List", "a"], "=="),
        ] {
            let error = cursor(&list, Some(token), None).unwrap_err();
            assert_eq!(error.code, "ValidationException", "{list:?} {token}");
        }
        assert!(
            cursor(&["List", "a"], Some(""), None)
                .unwrap()
                .after
                .is_none()
        );
    }

    #[test]
    fn sizes_are_clamped() {
        for (max, size) in [(None, 2), (Some(1), 1), (Some(-4), 1), (Some(i64::MAX), 3)] {
            assert_eq!(cursor(&["List"], None, max).unwrap().size, size, "{max:?}");
        }
    }
}
