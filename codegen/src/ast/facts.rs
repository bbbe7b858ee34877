//! Facts about a service for which Smithy has no trait, from the metadata of overlays.

use std::collections::BTreeMap;

use crate::shape_id::ShapeId;

/// The facts of all overlays.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    /// The resources, in the order of documentation, for a model without resource shapes.
    pub(crate) resources: Vec<Resource>,
    /// The texts of the front page.
    pub(crate) front_page: Vec<FrontPage>,
    /// The quota of calls per second, by operation.
    pub(crate) call_rates: BTreeMap<ShapeId, Vec<CallRate>>,
}

/// A Markdown file among the overlays.
#[derive(Clone, Debug)]
pub(crate) struct FrontPage {
    /// The index of the overlay.
    pub(crate) overlay: usize,
    /// The name of the file.
    pub(crate) name: String,
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
