//! The last release, as far as an update needs it: versions follow from the differences from it.

use std::path::Path;

use anyhow::Result;
use codegen::Options;
use codegen::diff::{self, Report, Version};

use super::present::Input;
use crate::released::{Changes, Released};
use crate::{output, policy};

/// The last release, and the differences from it.
pub(super) struct Release {
    /// The version of the release.
    pub(super) version: Version,
    /// The differences of the new model from the release.
    pub(super) changes: Changes,
    /// The differences of the present model from the release, and the month of the present model;
    /// `None` if the present model counts as the released one.
    pub(super) before: Option<(Report, String)>,
}

impl Release {
    /// Compares the new model with the last release, or else with the present model; `None` if one
    /// of them has errors, which are then reported.
    pub(super) fn new(
        root: &Path,
        present: &Input,
        new: &Input,
        options: &Options,
        current: &Version,
        month: &str,
    ) -> Result<Option<Self>> {
        let policy = policy::of_workspace(root)?;
        let (present, new) = (present.sources(), new.sources());
        let Some(released) = Released::read(root)? else {
            return Ok(match diff::compare(&present, &new, options) {
                Ok(mut report) => {
                    let stale = report.apply(&policy).err().unwrap_or_default();
                    Some(Self {
                        version: current.clone(),
                        changes: Changes { report, stale },
                        before: None,
                    })
                }
                Err(failure) => {
                    output::report_failure(&failure, &present, &new);
                    None
                }
            });
        };
        let old = released.sources();
        let before = match released.changes(&present, options, &policy) {
            Ok(changes) => changes.report,
            Err(failure) => {
                output::report_failure(&failure, &old, &present);
                return Ok(None);
            }
        };
        let changes = match released.changes(&new, options, &policy) {
            Ok(changes) => changes,
            Err(failure) => {
                output::report_failure(&failure, &old, &new);
                return Ok(None);
            }
        };
        Ok(Some(Self {
            version: released.version.clone(),
            changes,
            before: Some((before, month.to_owned())),
        }))
    }
}
