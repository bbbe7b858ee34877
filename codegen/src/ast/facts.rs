//! Facts about a service for which Smithy has no trait, from the metadata of overlays.

use std::collections::BTreeMap;

use crate::shape_id::ShapeId;

/// The facts of all overlays.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    /// The resources, in the order of documentation, for a model without resource shapes.
    pub(crate) resources: Vec<Resource>,
    /// `true` if some of them could not be read.
    pub(crate) has_faulty_resources: bool,
    /// The operation that the examples of the front page and the README call.
    pub(crate) example: Option<ShapeId>,
    /// The text of the front page.
    pub(crate) front_page: Option<Page>,
    /// The pages of the guide, by name.
    pub(crate) guide: BTreeMap<String, Page>,
    /// The quota of calls per second, by operation.
    pub(crate) call_rates: BTreeMap<ShapeId, Vec<CallRate>>,
}

impl Facts {
    /// Iterates over the front page and the pages of the guide.
    pub(crate) fn pages(&self) -> impl Iterator<Item = &Page> {
        self.front_page.iter().chain(self.guide.values())
    }
}

/// A Markdown file among the overlays.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// The index of the overlay.
    pub(crate) overlay: usize,
    /// The name of the overlay.
    pub(crate) file: String,
    pub(crate) text: String,
}

/// A resource of the service.
#[derive(Clone, Debug)]
pub(crate) struct Resource {
    /// The name in the plural, for example `Channels`.
    pub(crate) name: String,
    /// The operations.
    pub(crate) operations: Vec<ShapeId>,
}

/// A limit of calls per second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CallRate {
    /// The entity that the limit is for, for example `account`.
    pub(crate) per: String,
    pub(crate) calls: u64,
}
