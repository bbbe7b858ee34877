//! Members that are bound to the same place of a message, where only one of them could be.

use std::collections::BTreeMap;

use super::{IrMember, Location};
use crate::ast::{Member, ids};
use crate::diagnostics::{Code, Diagnostics};

/// A place that only one member can be bound to: its type and name.
type Place = (&'static str, String);

/// Reports members of a structure that are bound to the same place as an earlier one.
pub(in crate::lower) fn report(
    ast_members: &[&Member],
    members: &[IrMember],
    diagnostics: &mut Diagnostics,
) {
    let places = members.iter().map(|member| match &member.location {
        Location::Body => Some(json(&member.name.wire)),
        // Names of headers have no case.
        Location::Header(name) | Location::EncodedHeader(name) => {
            Some((ids::HTTP_HEADER, name.to_ascii_lowercase()))
        }
        Location::Query(name) => Some((ids::HTTP_QUERY, name.clone())),
        Location::Label
        | Location::QueryParams
        | Location::PrefixHeaders(_)
        | Location::Payload
        | Location::ResponseCode => None,
    });
    report_places(ast_members.iter().copied().zip(places), diagnostics);
}

/// Reports members of a union that have the same name in JSON as an earlier one.
pub(in crate::lower) fn report_names(members: &[Member], diagnostics: &mut Diagnostics) {
    let places = members.iter().map(|member| {
        let name = member.traits.json_name().unwrap_or(&member.name);
        (member, Some(json(name)))
    });
    report_places(places, diagnostics);
}

fn json(name: &str) -> Place {
    (ids::JSON_NAME, name.to_owned())
}

fn report_places<'a>(
    places: impl Iterator<Item = (&'a Member, Option<Place>)>,
    diagnostics: &mut Diagnostics,
) {
    let mut taken = BTreeMap::new();
    for (member, place) in places {
        let Some((trait_id, name)) = place else {
            continue;
        };
        let noun = match trait_id {
            ids::HTTP_HEADER => "header",
            ids::HTTP_QUERY => "query parameter",
            _ => "JSON name",
        };
        let reason = format!("the {noun} `{name}` is also that of the member");
        let Some(other) = taken.insert((trait_id, name), &member.name) else {
            continue;
        };
        let reason = format!("{reason} `{other}`");
        let help = "bind one of the two to another name";
        match member.traits.has(trait_id) {
            true => {
                diagnostics.shape_trait(Code::BindingConflict, &member.id, trait_id, reason, help)
            }
            false => diagnostics.shape(Code::BindingConflict, &member.id, reason, help),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{assert_diagnostic, client};

    #[test]
    fn two_members_in_the_same_place_are_an_error() {
        for (holder, first, second, place) in [
            ("In", "", r#""jsonName": "a""#, "JSON name `a`"),
            ("Part", "", r#""jsonName": "a""#, "JSON name `a`"),
            ("Out", r#""jsonName": "b""#, "", "JSON name `b`"),
            (
                "In",
                r#""httpHeader": "X-h""#,
                r#""httpHeader": "x-H""#,
                "header `x-h`",
            ),
            (
                "Out",
                r#""httpHeader": "x-h""#,
                r#""httpHeader": "x-h""#,
                "header `x-h`",
            ),
            (
                "In",
                r#""httpQuery": "q""#,
                r#""httpQuery": "q""#,
                "query parameter `q`",
            ),
        ] {
            let shapes = format!(
                r#"{{"Op": {{"errors": ["E"]}},
                "E": {{"type": "structure", "members": {{"part": "Part"}},
                    "traits": {{"error": "client"}}}},
                "Part": {{"type": "structure"}},
                "{holder}": {{"type": "structure", "members": {{
                    "a": {{"target": "String", "traits": {{{first}}}}},
                    "b": {{"target": "String", "traits": {{{second}}}}}}}}}}}"#
            );
            let start = format!("E0425 t#{holder}$b: the {place} is also that of the member `a`");
            assert_diagnostic(&shapes, &start);
        }
        assert_diagnostic(
            r#"{"In": {"members": {"u": "U"}}, "U": {"type": "union", "members": {
                "a": {"target": "String", "traits": {"jsonName": "b"}}, "b": "String"}}}"#,
            "E0425 t#U$b: the JSON name `b` is also that of the member `a`",
        );
    }

    #[test]
    fn equal_names_in_different_places_do_not_conflict() {
        client(
            r#"{"Kept": {"type": "structure", "members": {"x": "String", "X": "String"}},
            "In": {"members": {
                "x": {"target": "String", "traits": {"httpQuery": "x"}},
                "X": {"target": "String", "traits": {"httpQuery": "X"}},
                "h": {"target": "String", "traits": {"httpHeader": "x"}},
                "b": {"target": "Kept", "traits": {"jsonName": "x"}}}},
            "Out": {"members": {
                "a": {"target": "String", "traits": {"httpQuery": "x"}},
                "b": {"target": "String", "traits": {"httpQuery": "x"}}}}}"#,
        );
    }
}
