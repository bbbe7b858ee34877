//! The lines of release notes: one a change, except that new members with equal names are listed
//! together.

use std::collections::BTreeMap;

use crate::diff::differ::code;
use crate::diff::{Class, Difference, Rule};

/// The rules whose effect on the wire their change does not state.
const STATE_EFFECT: [Rule; 19] = [
    Rule::ConstraintLength,
    Rule::ConstraintPattern,
    Rule::ConstraintRange,
    Rule::ConstraintUniqueItems,
    Rule::EndpointParameterBuiltIn,
    Rule::EndpointParameterValue,
    Rule::EnumValueAdded,
    Rule::ErrorRetryable,
    Rule::MemberAdded,
    Rule::MemberDefault,
    Rule::MemberOptional,
    Rule::MemberRequired,
    Rule::MemberType,
    Rule::OperationAdded,
    Rule::OperationRequiresLength,
    Rule::RequiredMemberAdded,
    Rule::ServiceSdkId,
    Rule::VariantAdded,
    Rule::VariantType,
];

/// The number of items that are named for a shape without one.
const ITEMS: usize = 3;

/// Returns the lines for differences of one class and resource.
pub(super) fn entries(differences: &[&Difference]) -> Vec<String> {
    let mut entries = Vec::new();
    let mut added = AddedMembers::default();
    for difference in differences {
        let is_addition = difference.rule == Rule::MemberAdded
            && difference.class == Class::Additive
            && difference.accepted.is_none();
        if !(is_addition && added.push(difference)) {
            entries.push(entry(difference));
        }
    }
    entries.extend(added.entries());
    entries
}

fn entry(difference: &Difference) -> String {
    let Difference {
        rule,
        subject,
        change,
        items,
        wire,
        hint,
        accepted,
        ..
    } = difference;
    let mut text = format!("{} {change}", code(subject));
    if let Some(wire) = wire
        && STATE_EFFECT.contains(rule)
    {
        text.push_str(&format!("; {wire}"));
    }
    let has_item = items.contains(subject);
    if !has_item && !items.is_empty() {
        let mut named: Vec<_> = items.iter().take(ITEMS).map(code).collect();
        if items.len() > ITEMS {
            named.push(format!("{} more", items.len() - ITEMS));
        }
        text.push_str(&format!(" ({})", named.join(", ")));
    }
    if !text.ends_with('.') {
        text.push('.');
    }
    if let Some(hint) = hint {
        text.push_str(&format!(" *{}.*", capitalized(hint)));
    }
    if let Some(reason) = accepted {
        text.push_str(&format!(" *Accepted: {}.*", reason.trim_end_matches('.')));
    }
    text
}

fn capitalized(sentence: &str) -> String {
    let mut characters = sentence.trim_end_matches('.').chars();
    let first = characters
        .next()
        .map(|first| first.to_uppercase().to_string());
    first.into_iter().chain([characters.collect()]).collect()
}

/// A new member: its name, and the start and end of its effect on the wire, for example `read from
/// the header` and `` `etag` ``.
type AddedMember = (String, String, String);

/// The new members of structures, by the structure's path.
#[derive(Default)]
struct AddedMembers<'a>(BTreeMap<String, Vec<(AddedMember, &'a Difference)>>);

impl<'a> AddedMembers<'a> {
    /// Adds a member; returns `false` if its effect cannot be listed with others.
    fn push(&mut self, difference: &'a Difference) -> bool {
        let path = difference.subject.rsplit_once("::");
        let wire = difference
            .wire
            .as_deref()
            .and_then(|wire| wire.split_once(" `"));
        let (Some((structure, name)), Some((effect, value))) = (path, wire) else {
            return false;
        };
        if value.find('`') != Some(value.len() - 1) {
            return false;
        }
        let member = (name.to_owned(), effect.to_owned(), format!("`{value}"));
        let members = self.0.entry(structure.to_owned()).or_default();
        members.push((member, difference));
        true
    }

    /// Returns a line for each set of members with the same effect, and the structures that have it.
    fn entries(self) -> Vec<String> {
        let mut sets: BTreeMap<Vec<AddedMember>, Vec<String>> = BTreeMap::new();
        let mut entries = Vec::new();
        for (structure, members) in self.0 {
            let mut effects: BTreeMap<&str, Vec<&(AddedMember, &Difference)>> = BTreeMap::new();
            for member in &members {
                effects.entry(&member.0.1).or_default().push(member);
            }
            for members in effects.into_values() {
                match &*members {
                    [(_, only)] => entries.push(entry(only)),
                    members => {
                        let members = members.iter().map(|(member, _)| member.clone());
                        let structures = sets.entry(members.collect()).or_default();
                        structures.push(structure.clone());
                    }
                }
            }
        }
        entries.extend(
            sets.into_iter()
                .map(|(members, structures)| several(&members, &structures)),
        );
        entries
    }
}

/// Returns the line for members that several structures have.
fn several(members: &[AddedMember], structures: &[String]) -> String {
    let list = |values: Vec<String>| match &*values {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        values => values.join(", "),
    };
    let names = list(members.iter().map(|(name, ..)| code(name)).collect());
    let values = list(members.iter().map(|(.., value)| value.clone()).collect());
    let effect = members.first().map_or("", |(_, effect, _)| effect);
    let verb = if structures.len() == 1 { "has" } else { "have" };
    let structures = list(structures.iter().map(code).collect());
    format!("{structures} {verb} the new members {names}, {effect}s {values}.")
}
