//! Members of structures.

use super::differ::{Differ, Site, changed, code};
use super::resources::ERRORS;
use super::side::{Model, Owner};
use super::structures::hides;
use super::values::{default, location};
use super::{Rule, types};
use crate::ir::{Location, Member, Name, Presence, Role, Structure, TimestampFormat, Type};

/// Returns the site of a member.
fn site(differ: &Differ<'_>, model: &Model<'_>, owner: Owner<'_>, member: &Member) -> Site {
    let name = &owner.structure.name.wire;
    Site {
        id: model.member_id(owner, member),
        name: name.clone(),
        is_item: true,
        items: model.member_items(owner, member),
        resource: match owner.structure.role {
            Role::Type => differ.resources.of_type(name),
            Role::Error => ERRORS.to_owned(),
            Role::Input | Role::Output => differ.resources.of_operation(name),
        },
    }
}

/// Reports a member that only the old structure has.
pub(super) fn removed(differ: &mut Differ<'_>, owner: Owner<'_>, member: &Member) {
    let site = site(differ, &differ.old, owner, member);
    let hint = match owner.structure.role {
        Role::Input => "remove the calls of its setters",
        _ => "remove the uses of the field, its accessor and its setters",
    };
    differ
        .old_side(Rule::MemberRemoved, &site, "is removed")
        .hint(hint)
        .wire(format!("nothing is sent or read as {}", location(member)));
}

/// Reports a member that only the new structure has.
pub(super) fn added(differ: &mut Differ<'_>, old: &Structure, owner: Owner<'_>, member: &Member) {
    let site = site(differ, &differ.new, owner, member);
    let ty = types::field(member);
    differ
        .new_side(Rule::MemberAdded, &site, format!("is new: {}", code(&ty)))
        .wire(format!(
            "{} {}",
            direction(owner.structure),
            location(member)
        ));
    let is_sent = owner.structure.usage.in_requests;
    if builder_requires(member) && owner.structure.role != Role::Input {
        if old.fallible {
            requires(differ, owner, &site, member);
        }
    } else if member.required && is_sent {
        differ
            .new_side(
                Rule::RequiredMemberAdded,
                &site,
                "is required by the service",
            )
            .hint("set the member in each call")
            .wire("the service rejects requests without it");
    }
}

/// Describes the use of a structure's members.
fn direction(structure: &Structure) -> &'static str {
    let usage = structure.usage;
    match (usage.in_requests, usage.in_responses) {
        (true, true) => "sent and read as",
        (true, false) => "sent as",
        (false, _) => "read from",
    }
}

/// Returns `true` if `build` fails unless the member is set.
fn builder_requires(member: &Member) -> bool {
    !member.optional && member.default.is_none()
}

/// Reports that an existing builder, whose `build` can fail, requires another member.
fn requires(differ: &mut Differ<'_>, owner: Owner<'_>, site: &Site, member: &Member) {
    let builder = differ.new.builder_path(owner.structure);
    let mut items = vec![format!("{builder}::build")];
    items.extend(site.items.iter().cloned());
    let site = Site {
        items,
        ..site.clone()
    };
    let name = code(&member.name.rust);
    differ
        .new_side(
            Rule::BuilderRequires,
            &site,
            format!("fails unless {name} is set"),
        )
        .hint(format!("set {name} before `build`"));
}

/// Compares a member that both structures have.
pub(super) fn compare(
    differ: &mut Differ<'_>,
    (old_owner, old): (Owner<'_>, &Member),
    (new_owner, new): (Owner<'_>, &Member),
) {
    let site = site(differ, &differ.new, new_owner, new);
    let Member {
        name: Name { rust, wire },
        model,
        // Compared as a trait of the member: the lines here include its constraints.
        docs: _,
        deprecated,
        // Compared by `value`.
        ty: _,
        optional,
        required,
        // Compared as traits of the member and its target.
        constraints: _,
        default,
        // Follows from the role, the default and the flags.
        absent: _,
        presence,
        location,
        idempotency_token,
        sensitive,
    } = old;
    differ.deprecation(&site, deprecated.as_deref(), new.deprecated.as_deref());
    if *rust != new.name.rust {
        let mut items = self::site(differ, &differ.old, old_owner, old).items;
        items.extend(site.items.iter().cloned());
        let site = Site {
            items,
            ..site.clone()
        };
        let name = code(&new.name.rust);
        differ
            .new_side(Rule::MemberRenamed, &site, format!("is now called {name}"))
            .hint(format!("use {name}"));
    }
    let is_in_body = *location == Location::Body && new.location == Location::Body;
    if is_in_body && *wire != new.name.wire {
        let change = changed(Some(wire), Some(&new.name.wire));
        differ
            .new_side(Rule::MemberWireName, &site, format!("{change} in JSON"))
            .wire(format!("the member of the JSON object {change}"));
    } else if *model != new.model {
        let change = format!("is called {} in the model", code(&new.model));
        differ.new_side(Rule::MemberWireName, &site, change);
    }
    value(differ, &site, (old_owner, old), (new_owner, new));
    if *required != new.required && *optional == new.optional {
        self::required(differ, &site, new_owner, new);
    }
    if *default != new.default && *optional == new.optional {
        self::defaults(differ, &site, (old_owner, old), (new_owner, new));
    } else if *presence != new.presence && *optional == new.optional && *required == new.required {
        let effect = sent(new);
        differ
            .new_side(Rule::MemberPresence, &site, format!("is {effect}"))
            .wire(effect);
    }
    if *location != new.location {
        let (before, after) = (self::location(old), self::location(new));
        differ
            .new_side(Rule::MemberBinding, &site, format!("is bound to {after}"))
            .wire(format!("{after} instead of {before}"));
    }
    if *idempotency_token != new.idempotency_token {
        let change = match new.idempotency_token {
            true => "is a token that the client generates if it is unset",
            false => "is no longer generated if it is unset",
        };
        differ
            .new_side(Rule::MemberIdempotencyToken, &site, change)
            .wire(change);
    }
    if *sensitive != new.sensitive {
        differ.new_side(Rule::MemberSensitive, &site, hides(new.sensitive));
    }
}

/// Compares the types.
fn value(
    differ: &mut Differ<'_>,
    site: &Site,
    (_, old): (Owner<'_>, &Member),
    (owner, new): (Owner<'_>, &Member),
) {
    let (before, after) = (types::field(old), types::field(new));
    if types::rust(&old.ty) != types::rust(&new.ty) {
        let found = differ.new_side(
            Rule::MemberType,
            site,
            format!("is {} instead of {}", code(&after), code(&before)),
        );
        found.hint(conversion(&old.ty, &new.ty));
        if let Some(effect) = types::on_wire(&old.ty, &new.ty) {
            found.wire(effect);
        }
    } else if old.optional != new.optional {
        let is_sent = owner.structure.usage.in_requests;
        let hint = match (new.optional, is_sent && builder_requires(new)) {
            (true, _) => "handle `None`",
            (false, true) => "remove the handling of `None`, and set the member before `build`",
            (false, false) => "remove the handling of `None`",
        };
        let found = differ.new_side(
            Rule::MemberOptional,
            site,
            format!("is {} instead of {}", code(&after), code(&before)),
        );
        found.hint(hint);
        if let Some(value) = &new.default {
            found.wire(format!("if unset, it is {}", default(&new.ty, value)));
        }
    }
    if let (Some(before), Some(after)) = (old.ty.timestamp_format(), new.ty.timestamp_format())
        && before != after
    {
        timestamp_format(differ, site, before, after);
    }
}

/// Reports another format of timestamps.
pub(super) fn timestamp_format(
    differ: &mut Differ<'_>,
    site: &Site,
    old: TimestampFormat,
    new: TimestampFormat,
) {
    let (old, new) = (types::timestamp_format(old), types::timestamp_format(new));
    differ
        .new_side(
            Rule::MemberTimestampFormat,
            site,
            format!("has the format {}", code(new)),
        )
        .wire(format!(
            "the format of timestamps {}",
            changed(Some(old), Some(new))
        ));
}

/// Returns advice for a member of another type.
pub(super) fn conversion(old: &Type, new: &Type) -> String {
    let after = types::rust(new);
    match (old, new) {
        (Type::String, Type::Enum(reference)) => {
            let name = &reference.rust;
            format!("convert strings with `types::{name}::from`, and values with `as_str`")
        }
        (Type::Enum(_), Type::String) => "convert values with `as_str`".to_owned(),
        _ => format!("use values of the type {}", code(after)),
    }
}

/// Reports that the service requires a member, or no longer requires it.
fn required(differ: &mut Differ<'_>, site: &Site, owner: Owner<'_>, new: &Member) {
    let change = match new.required {
        true => "is required",
        false => "is no longer required",
    };
    let usage = owner.structure.usage;
    let found = differ.new_side(Rule::MemberRequired, site, change);
    let effect = match (new.required, usage.in_requests) {
        (true, true) => "the service rejects requests without it",
        (false, true) => "the service accepts requests without it",
        (true, false) => "responses always contain it; if one does not, it is read as empty",
        (false, false) => "responses may lack it",
    };
    found.wire(effect);
    if new.required && usage.in_requests {
        found.hint("set the member in each request");
    }
}

/// Compares the defaults.
fn defaults(
    differ: &mut Differ<'_>,
    site: &Site,
    (old_owner, old): (Owner<'_>, &Member),
    (owner, new): (Owner<'_>, &Member),
) {
    let value = |member: &Member| {
        let default = member.default.as_ref()?;
        Some(self::default(&member.ty, default))
    };
    let change = match (value(old), value(new)) {
        (Some(before), Some(after)) => format!("has the default {after} instead of {before}"),
        (None, Some(after)) => format!("has the default {after}"),
        (Some(before), None) => format!("no longer has the default {before}"),
        (None, None) => return,
    };
    let found = differ.new_side(Rule::MemberDefault, site, change);
    found.wire(match (value(new), &new.presence) {
        (Some(after), Presence::UnlessDefault(_)) => {
            format!("not sent if it is {after}, and read as {after} if it is absent")
        }
        (Some(after), Presence::WhenSet) => {
            format!("{after} if it is unset, and read as {after} if it is absent")
        }
        (None, _) => "read as an empty value if it is absent".to_owned(),
    });
    if builder_requires(new) && old_owner.structure.fallible {
        requires(differ, owner, site, new);
    }
}

/// Describes the condition under which a member is sent.
fn sent(member: &Member) -> String {
    match &member.presence {
        Presence::WhenSet => "sent even if it has its default".to_owned(),
        Presence::UnlessDefault(value) => {
            format!("not sent if it is {}", default(&member.ty, value))
        }
    }
}
