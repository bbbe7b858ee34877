// …

/// Client for Example Garden.
///
/// Creating a client is expensive; create one per process with [`new`](Self::new) or
/// [`from_conf`](Self::from_conf) and clone it. Clones share connections, credentials and
/// settings.
///
/// # Operations
///
/// - **Beds**:
///   [`get_bed`](Self::get_bed)
///   [`list_beds`](Self::list_beds)
/// - **Plants | \*herbs\***:
///   [`plant`](Self::plant)
/// - **Other operations**:
///   [`water`](Self::water)
///
/// The [front page](crate) has examples.
#[derive(Clone, Debug)]
pub struct Client {
    handle: std::sync::Arc<restjson1_runtime::client::Handle>,
    config: std::sync::Arc<crate::config::Config>,
}

// …

impl Client {
    /// Calls `GetBed`.
    ///
    /// Quota: 1 call per second and account.
    ///
    /// The output is [`GetBedOutput`](crate::operation::get_bed::GetBedOutput);
    /// the error is [`GetBedError`](crate::operation::get_bed::GetBedError).
    #[inline]
    pub fn get_bed(&self) -> crate::operation::get_bed::builders::GetBedFluentBuilder {
        crate::operation::get_bed::builders::GetBedFluentBuilder::new(&self.handle)
    }

    // …

    /// Calls `Plant`.
    ///
    /// Quota: 20 calls per second and account, 2 calls per second and bed.
    ///
    /// The output is [`PlantOutput`](crate::operation::plant::PlantOutput);
    /// the error is [`PlantError`](crate::operation::plant::PlantError).
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(&self.handle)
    }

    // …
}
