//! `model/diff-policy.toml`: classes for rules of the comparison, and accepted differences.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use codegen::diff::{Accepted, Class, Policy, Rule};
use toml_edit::{DocumentMut, Item, Table};

/// The path of the file in the workspace.
pub(crate) const FILE: &str = "model/diff-policy.toml";

/// Reads a policy.
pub(crate) fn read(path: &Path, name: &str) -> Result<Policy> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    parse(&text).with_context(|| name.to_owned())
}

/// Reads the policy of the workspace in `root`; without the file, it is empty.
pub(crate) fn of_workspace(root: &Path) -> Result<Policy> {
    match text(root)? {
        Some(text) => parse(&text).context(FILE),
        None => Ok(Policy::default()),
    }
}

/// Returns the file's text without the accepted differences, which were released; `None` if there
/// are none.
pub(crate) fn without_accepted(text: &str) -> Result<Option<String>> {
    let mut document: DocumentMut = text.parse().context(FILE)?;
    let accepted = document.remove("accepted");
    Ok(accepted.map(|_| document.to_string()))
}

/// Returns the text of the workspace's file; `None` if there is no file.
pub(crate) fn text(root: &Path) -> Result<Option<String>> {
    match fs::read_to_string(root.join(FILE)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        text => Ok(Some(text.with_context(|| format!("cannot read {FILE}"))?)),
    }
}

fn parse(text: &str) -> Result<Policy> {
    let document: DocumentMut = text.parse()?;
    let mut policy = Policy::default();
    for (key, item) in document.iter() {
        match key {
            "severity" => severity(&mut policy, item)?,
            "accepted" => {
                let tables = item
                    .as_array_of_tables()
                    .context("write accepted differences as tables `[[accepted]]`")?;
                for (index, table) in tables.iter().enumerate() {
                    let entry = accepted(table).with_context(|| entry_name(index))?;
                    let is_same =
                        |known: &Accepted| (&known.shape, known.rule) == (&entry.shape, entry.rule);
                    ensure!(
                        !policy.accepted.iter().any(is_same),
                        "{} repeats an earlier one",
                        entry_name(index)
                    );
                    policy.accepted.push(entry);
                }
            }
            _ => bail!("the key `{key}` is unknown; the file has `severity` and `accepted`"),
        }
    }
    Ok(policy)
}

fn entry_name(index: usize) -> String {
    format!("entry {} of `accepted`", index + 1)
}

fn severity(policy: &mut Policy, item: &Item) -> Result<()> {
    let table = item.as_table_like();
    for (id, class) in table.context("`severity` must be a table")?.iter() {
        let rule = rule(id)?;
        let name = class.as_str().unwrap_or_default();
        let class = Class::from_name(name).with_context(|| {
            let names = Class::ALL.map(Class::as_str).join(", ");
            format!("the severity of `{id}` must be one of {names}")
        })?;
        ensure!(
            class != rule.class(),
            "`{id}` is {name} by default: remove its severity"
        );
        policy.severity.insert(rule, class);
    }
    Ok(())
}

fn accepted(table: &Table) -> Result<Accepted> {
    const KEYS: [&str; 3] = ["shape", "rule", "reason"];
    if let Some((key, _)) = table.iter().find(|(key, _)| !KEYS.contains(key)) {
        bail!("the key `{key}` is unknown; an entry has `shape`, `rule` and `reason`");
    }
    let [shape, rule, reason] = KEYS.map(|key| {
        let string = table.get(key).and_then(Item::as_str).map(str::trim);
        let string = string.filter(|string| !string.is_empty());
        string.with_context(|| format!("the string `{key}` is missing or empty"))
    });
    Ok(Accepted {
        shape: shape?.to_owned(),
        rule: self::rule(rule?)?,
        reason: reason?.to_owned(),
    })
}

fn rule(id: &str) -> Result<Rule> {
    Rule::from_id(id).with_context(|| {
        format!("there is no rule `{id}`; `cargo xtask diff` prints the ids in brackets")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "[[accepted]]\nshape = \"ns#Out$old\"\nrule = \"member-removed\"\n\
                         reason = \"Nobody could use it.\"\n";

    fn error(text: &str) -> String {
        format!("{:#}", parse(text).unwrap_err())
    }

    #[test]
    fn severities_and_accepted_differences_are_read() {
        let text = format!("[severity]\nenum-value-added = \"breaking\"\n\n{ENTRY}");
        let policy = parse(&text).unwrap();
        let severity: Vec<_> = policy.severity.into_iter().collect();
        assert_eq!(severity, [(Rule::EnumValueAdded, Class::Breaking)]);
        let entry = Accepted {
            shape: "ns#Out$old".to_owned(),
            rule: Rule::MemberRemoved,
            reason: "Nobody could use it.".to_owned(),
        };
        assert_eq!(policy.accepted, [entry]);
        assert!(parse("").unwrap().accepted.is_empty());
    }

    #[test]
    fn invalid_entries_are_errors() {
        for (text, message) in [
            ("accept = 1", "the key `accept` is unknown; "),
            ("[severity", "TOML parse error"),
            ("severity = 1", "`severity` must be a table"),
            (
                "[severity]\nmember-gone = \"none\"",
                "there is no rule `member-gone`",
            ),
            (
                "[severity]\nmember-added = \"bad\"",
                "must be one of breaking, behavioural, ",
            ),
            (
                "[severity]\nmember-added = 1",
                "must be one of breaking, behavioural, ",
            ),
            (
                "[severity]\nmember-added = \"additive\"",
                "`member-added` is additive by default",
            ),
            ("accepted = 1", "write accepted differences as tables"),
            (
                "[[accepted]]\nshape = \"a\"\nrule = \"member-added\"",
                "entry 1 of `accepted`: the string `reason` is",
            ),
            (
                "[[accepted]]\nshape = \"a\"\nrule = \"member-added\"\nreason = \" \"",
                "`reason` is missing or empty",
            ),
            (
                "[[accepted]]\nshape = \"a\"\nwhy = \"b\"",
                "the key `why` is unknown",
            ),
            (
                &format!("{ENTRY}{ENTRY}"),
                "entry 2 of `accepted` repeats an earlier one",
            ),
        ] {
            let error = error(text);
            assert!(error.contains(message), "{error}");
        }
    }

    #[test]
    fn accepted_differences_are_removed_and_comments_kept() {
        let head = "# Our choices.\n\n[severity] # Classes.\nenum-value-added = \"breaking\"\n";
        let text = format!("{head}\n{ENTRY}");
        assert_eq!(without_accepted(&text).unwrap().as_deref(), Some(head));
        assert_eq!(without_accepted(head).unwrap(), None);
    }

    #[test]
    fn policy_of_this_workspace_is_valid() {
        let root = crate::path::root();
        assert!(root.join(FILE).is_file());
        of_workspace(&root).unwrap();
    }
}
