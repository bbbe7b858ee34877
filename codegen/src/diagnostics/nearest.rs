//! Suggestions for misspelled names.

/// Returns the known name that `name` probably misspells.
///
/// In ids, only the name may be misspelled, because namespaces are long and mostly right. The same
/// name in another namespace matches too.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (namespace, local_name) = split(name);
    let letters = local_name.chars().count();
    // A third of the letters may be wrong, as in rustc, but of long names no more than two:
    // `CreateChannel` and `UpdateChannel` are different names.
    let limit = (letters / 3).min(2);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let (candidate_namespace, candidate_name) = split(candidate);
        if candidate == name || candidate_name.chars().count().abs_diff(letters) > limit {
            continue;
        }
        let spelling = if local_name.eq_ignore_ascii_case(candidate_name) {
            0
        } else {
            strsim::osa_distance(local_name, candidate_name)
        };
        let distance = match (namespace == candidate_namespace, spelling) {
            (false, 1..) => continue,
            _ => spelling,
        };
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Splits an id into the optional namespace and the name.
fn split(id: &str) -> (Option<&str>, &str) {
    match id.split_once('#') {
        Some((namespace, name)) => (Some(namespace), name),
        None => (None, id),
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn misspellings_are_recognized_and_other_names_are_not() {
        for (name, known, expected) in [
            ("structre", &["string", "structure"][..], Some("structure")),
            ("Structure", &["structure"], Some("structure")),
            (
                "a.b#Chanel",
                &["a.b#Channel", "a.b#Panel"],
                Some("a.b#Channel"),
            ),
            (
                "a.b#Channel",
                &["a.c#Channel", "a.b#Chanel"],
                Some("a.c#Channel"),
            ),
            ("a.b#Chanel", &["a.c#Channel"], None),
            (
                "smithy.api#requierd",
                &["smithy.api#required"],
                Some("smithy.api#required"),
            ),
            (
                "required",
                &["smithy.api#required"],
                Some("smithy.api#required"),
            ),
            ("com.example.long#Op", &["com.example.long#Ab"], None),
            ("CreateChannel", &["UpdateChannel"], None),
            ("CreateChanel", &["CreateChannel"], Some("CreateChannel")),
            ("bulb", &["blob", "bool"], None),
            ("blub", &["blob", "bool"], Some("blob")),
            ("same", &["same"], None),
            ("A", &["B", "C"], None),
            ("", &["a"], None),
            ("shapes", &[], None),
        ] {
            assert_eq!(nearest(name, known.iter().copied()), expected, "{name}");
        }
    }

    #[test]
    fn the_first_of_equally_close_names_is_taken() {
        assert_eq!(nearest("cat", ["bat", "hat"]), Some("bat"));
    }
}
