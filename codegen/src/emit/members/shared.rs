//! Members that several structures have, which are defined once.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::tokens::ident;
use crate::identifier::bare;

/// The shared members: those with facts that occur at least twice.
pub(super) struct Shared {
    /// The names, by the tokens of the member.
    names: BTreeMap<String, Ident>,
    /// The names with the members, in the order of their second occurrence.
    members: Vec<(Ident, TokenStream)>,
}

impl Shared {
    /// Finds the shared members among all `members`, given with their Rust names.
    pub(super) fn new<'a>(members: impl Iterator<Item = (&'a str, TokenStream)>) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut all = Vec::new();
        for (name, member) in members {
            let key = member.to_string();
            // A member without facts is only its name.
            if key.starts_with('[') {
                let count = counts.entry(key).or_default();
                *count += 1;
                if *count == 2 {
                    all.push((name, member));
                }
            }
        }
        let mut used = BTreeSet::new();
        let mut shared = Self {
            names: BTreeMap::new(),
            members: Vec::new(),
        };
        for (rust, member) in all {
            let upper = bare(rust).to_uppercase();
            let numbered = (2..).map(|number| format!("{upper}_{number}"));
            let mut candidates = std::iter::once(upper.clone()).chain(numbered);
            let name = candidates.find(|name| used.insert(name.clone()));
            let name = ident(&name.unwrap_or(upper));
            shared.names.insert(member.to_string(), name.clone());
            shared.members.push((name, member));
        }
        shared
    }

    /// Returns the name of `member` if it is shared, else the member itself.
    pub(super) fn reference(&self, member: TokenStream) -> TokenStream {
        match self.names.get(&member.to_string()) {
            Some(name) => quote!(#name),
            None => member,
        }
    }

    /// Returns the definitions.
    pub(super) fn definitions(&self) -> impl Iterator<Item = TokenStream> + '_ {
        let members = self.members.iter();
        members.map(|(name, member)| quote!(#name: #member))
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::Shared;

    #[test]
    fn members_with_facts_that_occur_twice_are_shared() {
        let members = [
            ("r#type", quote!(["type", Required])),
            ("name", quote!("name")),
            ("r#type", quote!(["type", Length(1, 2)])),
            ("r#type", quote!(["type", Length(1, 2)])),
            ("name", quote!("name")),
            ("once", quote!(["once", Required])),
            ("r#type", quote!(["type", Required])),
            ("r#type", quote!(["type", Required])),
        ];
        let shared = Shared::new(members.into_iter());
        let definitions: Vec<_> = shared
            .definitions()
            .map(|tokens| tokens.to_string())
            .collect();
        assert_eq!(
            definitions,
            [
                quote!(TYPE: ["type", Length(1, 2)]).to_string(),
                quote!(TYPE_2: ["type", Required]).to_string(),
            ]
        );
        let reference = |tokens| shared.reference(tokens).to_string();
        assert_eq!(reference(quote!(["type", Required])), "TYPE_2");
        assert_eq!(reference(quote!("name")), quote!("name").to_string());
        assert_eq!(
            reference(quote!(["once", Required])),
            quote!(["once", Required]).to_string()
        );
    }
}
