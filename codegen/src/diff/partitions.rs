//! Partitions.

use std::collections::BTreeMap;

use super::Rule;
use super::differ::{Differ, Site, changed, code, has};
use super::resources::ENDPOINTS;
use crate::ir::Partition;

fn site(name: &str) -> Site {
    Site {
        id: None,
        name: format!("partition {name}"),
        is_item: false,
        items: Vec::new(),
        resource: ENDPOINTS.to_owned(),
    }
}

/// Compares the partitions of both models.
pub(super) fn compare(differ: &mut Differ<'_>) {
    fn by_name(partitions: &[Partition]) -> BTreeMap<&str, &Partition> {
        let partitions = partitions.iter();
        partitions
            .map(|partition| (&*partition.name, partition))
            .collect()
    }
    let (old, new) = (
        by_name(&differ.old.client.partitions),
        by_name(&differ.new.client.partitions),
    );
    for (name, before) in &old {
        match new.get(name) {
            Some(after) => both(differ, before, after),
            None => {
                differ
                    .old_side(Rule::PartitionRemoved, &site(name), "is removed")
                    .wire("its regions are resolved in the default partition");
            }
        }
    }
    for name in new.keys().filter(|name| !old.contains_key(*name)) {
        differ
            .new_side(Rule::PartitionAdded, &site(name), "is new")
            .wire("its regions are no longer resolved in the default partition");
    }
    let order = |partitions: &[Partition], known: &BTreeMap<&str, &Partition>| -> Vec<String> {
        let names = partitions.iter().map(|partition| partition.name.clone());
        names.filter(|name| known.contains_key(&**name)).collect()
    };
    let after = order(&differ.new.client.partitions, &old);
    if order(&differ.old.client.partitions, &new) != after
        && let Some(first) = after.first()
    {
        let list = after.iter().map(code).collect::<Vec<_>>().join(", ");
        differ
            .new_side(
                Rule::PartitionRegions,
                &site(first),
                format!("is tried in the order {list}"),
            )
            .wire("a region that fits several partitions may be resolved in another one");
    }
}

fn both(differ: &mut Differ<'_>, old: &Partition, new: &Partition) {
    let Partition {
        name,
        regions,
        prefixes,
        dns_suffix,
        dual_stack_dns_suffix,
        supports_fips,
        supports_dual_stack,
        implicit_global_region,
    } = old;
    let site = site(name);
    let added = new
        .regions
        .iter()
        .filter(|region| !regions.contains(region));
    let removed = regions
        .iter()
        .filter(|region| !new.regions.contains(region));
    let added = added.map(|region| (region, "has the new region"));
    let removed = removed.map(|region| (region, "no longer has the region"));
    for (region, change) in added.chain(removed) {
        differ
            .new_side(
                Rule::PartitionRegions,
                &site,
                format!("{change} {}", code(region)),
            )
            .wire("the region may be resolved in another partition");
    }
    if *prefixes != new.prefixes {
        let (before, after) = (prefixes.join(", "), new.prefixes.join(", "));
        let change = changed(Some(&before), Some(&after));
        differ
            .new_side(
                Rule::PartitionRegions,
                &site,
                format!("has regions whose prefix {change}"),
            )
            .wire("unknown regions may be resolved in another partition");
    }
    let mut outputs = Vec::new();
    for (before, after, output) in [
        (dns_suffix, &new.dns_suffix, "DNS suffix"),
        (
            dual_stack_dns_suffix,
            &new.dual_stack_dns_suffix,
            "DNS suffix of dual-stack endpoints",
        ),
        (
            implicit_global_region,
            &new.implicit_global_region,
            "signing region of global services",
        ),
    ] {
        if before != after {
            outputs.push(has(output, Some(before), Some(after)));
        }
    }
    for (before, after, endpoints) in [
        (*supports_fips, new.supports_fips, "FIPS"),
        (*supports_dual_stack, new.supports_dual_stack, "dual-stack"),
    ] {
        match (before, after) {
            (false, true) => outputs.push(format!("supports {endpoints} endpoints")),
            (true, false) => outputs.push(format!("no longer supports {endpoints} endpoints")),
            _ => {}
        }
    }
    for output in outputs {
        differ
            .new_side(Rule::PartitionOutputs, &site, output)
            .wire("requests may have another endpoint or signature");
    }
}
