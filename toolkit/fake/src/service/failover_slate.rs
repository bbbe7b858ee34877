//! Failover slate configurations.

use serde::{Deserialize, Serialize};

use super::arn::ResourceType;
use super::context::Context;
use super::error::{Outcome, conflict};
use super::input::{ByArn, Paged, set};
use super::output::{Empty, List, One};
use super::table::{Tags, resource};
use super::{list, quota, reference, tags};

/// A failover slate configuration, as the service shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FailoverSlateConfiguration {
    arn: String,
    name: String,
    activation_threshold_seconds: i64,
    min_slate_display_seconds: i64,
    max_slate_display_seconds: i64,
    state: FailoverSlateConfigurationState,
    tags: Tags,
}
resource!(FailoverSlateConfiguration is FailoverSlateConfiguration);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum FailoverSlateConfigurationState {
    Creating,
    CreateFailed,
    Created,
    Updating,
}

use FailoverSlateConfigurationState::{CreateFailed, Created, Creating, Updating};

impl FailoverSlateConfiguration {
    /// Ends a creation or an update, and returns `false` if neither was going on. Only creations
    /// can fail.
    pub(crate) fn settle(&mut self, failed: bool) -> bool {
        let settled = match self.state {
            Creating if failed => CreateFailed,
            Creating | Updating => Created,
            CreateFailed | Created => return false,
        };
        self.state = settled;
        true
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    name: Option<String>,
    activation_threshold_seconds: Option<i64>,
    min_slate_display_seconds: Option<i64>,
    max_slate_display_seconds: Option<i64>,
}

impl Settings {
    fn apply(self, configuration: &mut FailoverSlateConfiguration) {
        set(&mut configuration.name, self.name);
        set(
            &mut configuration.activation_threshold_seconds,
            self.activation_threshold_seconds,
        );
        set(
            &mut configuration.min_slate_display_seconds,
            self.min_slate_display_seconds,
        );
        set(
            &mut configuration.max_slate_display_seconds,
            self.max_slate_display_seconds,
        );
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Create {
    tags: Option<Tags>,
    #[serde(flatten)]
    settings: Settings,
}

pub(crate) fn create(
    context: &mut Context<'_>,
    input: Create,
) -> Outcome<One<FailoverSlateConfiguration>> {
    let tags = tags::checked(input.tags)?;
    let present = context.scope.failover_slates.len();
    quota::check_count(
        context,
        "failover slate configurations",
        present,
        |limits| limits.failover_slate_configurations,
    )?;
    let mut configuration = FailoverSlateConfiguration {
        arn: context.new_arn(ResourceType::FailoverSlateConfiguration),
        name: String::new(),
        activation_threshold_seconds: 3,
        min_slate_display_seconds: 3,
        max_slate_display_seconds: 60,
        state: Creating,
        tags,
    };
    input.settings.apply(&mut configuration);
    let configuration = context.scope.failover_slates.insert(configuration);
    Ok(One("failoverSlateConfiguration", configuration.clone()))
}

/// Returns the configuration. The first read after a creation or an update finds it finished.
pub(crate) fn get(
    context: &mut Context<'_>,
    input: ByArn,
) -> Outcome<One<FailoverSlateConfiguration>> {
    let configuration = context.scope.failover_slates.find_mut(&input.arn)?;
    configuration.settle(false);
    Ok(One("failoverSlateConfiguration", configuration.clone()))
}

#[derive(Debug, Deserialize)]
pub(crate) struct Update {
    arn: String,
    #[serde(flatten)]
    settings: Settings,
}

pub(crate) fn update(
    context: &mut Context<'_>,
    input: Update,
) -> Outcome<One<FailoverSlateConfiguration>> {
    let configuration = context.scope.failover_slates.find_mut(&input.arn)?;
    if configuration.state != Created {
        let state = match configuration.state {
            CreateFailed => "could not be created",
            Creating | Created | Updating => "is being created or updated",
        };
        return Err(conflict(format!("Resource: {} {state}", input.arn)));
    }
    input.settings.apply(configuration);
    configuration.state = Updating;
    Ok(One("failoverSlateConfiguration", configuration.clone()))
}

pub(crate) fn delete(context: &mut Context<'_>, input: ByArn) -> Outcome<Empty> {
    context.scope.failover_slates.find(&input.arn)?;
    reference::require_none(context.scope, &input.arn, |channel| {
        &channel.failover_slate_configuration_arn
    })?;
    context.scope.failover_slates.remove(&input.arn)?;
    Ok(Empty {})
}

pub(crate) fn list(
    context: &mut Context<'_>,
    input: Paged,
) -> Outcome<List<FailoverSlateConfiguration>> {
    let table = &context.scope.failover_slates;
    let listed = list::all(
        context,
        table,
        &input,
        20,
        "failoverSlateConfigurations",
        Clone::clone,
    )?;
    let List(key, mut page) = listed;
    for shown in &mut page.items {
        if let Some(configuration) = context.scope.failover_slates.get_mut(&shown.arn) {
            configuration.settle(false);
            shown.state = configuration.state;
        }
    }
    Ok(List(key, page))
}
