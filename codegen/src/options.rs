//! The caller's choices about the generated crate.

/// The caller's choices about the generated crate.
#[derive(Clone, Debug)]
pub struct Options {
    /// The package name, for example `ivs-sdk`.
    pub crate_name: String,
    /// The package version.
    pub crate_version: String,
    /// The dependency on the runtime crate in the generated Cargo.toml.
    pub runtime: RuntimeDependency,
    /// Traits that the generator does not know or support, and that cause a warning instead of an
    /// error.
    pub allowed_traits: Vec<String>,
    /// `true` to omit operations with event streams, with a warning, instead of rejecting the
    /// model.
    pub skip_unsupported: bool,
}

impl Options {
    /// Returns the name of the library crate: the package name with `_` for `-`.
    pub(crate) fn lib_name(&self) -> String {
        self.crate_name.replace('-', "_")
    }
}

/// The generated crate's dependency on `restjson1-runtime`.
#[derive(Clone, Debug)]
pub enum RuntimeDependency {
    /// A path relative to the generated crate's folder. The manifest also has the version.
    Path(String),
    /// A version from the registry.
    Version(String),
}
