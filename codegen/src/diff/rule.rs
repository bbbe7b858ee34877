//! The rules: each kind of difference has a stable id and a class.

use super::Class;

/// Declares the rules with their ids, classes and descriptions (the doc comments).
macro_rules! rules {
    ($($(#[doc = $line:literal])+ $name:ident = $id:literal, $class:ident;)+) => {
        /// A kind of difference between two models.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[doc = $line])+ $name,)+
        }

        impl Rule {
            /// All rules.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Returns the id, which stays the same in later versions.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            /// Returns the class of the rule's differences, unless a policy changes it.
            pub fn class(self) -> Class {
                match self {
                    $(Self::$name => Class::$class,)+
                }
            }

            /// Returns the description.
            pub fn description(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($($line),+).trim_ascii(),)+
                }
            }
        }
    };
}

rules! {
    // The service.
    /// The service's title changed.
    ServiceTitle = "service-title", Documentation;
    /// The SDK id changed, which is part of the user agent, of spans and of settings' names.
    ServiceSdkId = "service-sdk-id", Behavioural;
    /// The name of the service shape changed.
    ServiceName = "service-name", Behavioural;
    /// The service name in signatures changed.
    ServiceSigningName = "service-signing-name", Behavioural;
    /// The service's authentication schemes changed.
    ServiceAuth = "service-auth", Behavioural;
    /// The API version changed.
    ServiceApiVersion = "service-api-version", Documentation;
    /// A fact about the service changed that the client does not use, such as the ARN namespace.
    ServiceFact = "service-fact", None;
    /// The crate has new items that all operations share, such as a setting.
    CrateItemAdded = "crate-item-added", Additive;
    /// The crate lost items that all operations share, such as a setting.
    CrateItemRemoved = "crate-item-removed", Breaking;
    /// The client needs other optional features of the runtime crate.
    RuntimeFeatures = "runtime-features", None;
    /// The README shows another operation.
    ReadmeExample = "readme-example", Documentation;

    // Operations.
    /// An operation is new.
    OperationAdded = "operation-added", Additive;
    /// An operation was removed.
    OperationRemoved = "operation-removed", Breaking;
    /// The name of an operation's shape changed, but not the Rust names.
    OperationWireName = "operation-wire-name", Behavioural;
    /// An operation that the generator does not support was added, changed or removed.
    OperationSkipped = "operation-skipped", None;
    /// The HTTP method changed.
    OperationMethod = "operation-method", Behavioural;
    /// The URI path changed.
    OperationUri = "operation-uri", Behavioural;
    /// The fixed query parameters changed.
    OperationQuery = "operation-query", Behavioural;
    /// The prefix of the host name changed.
    OperationHostPrefix = "operation-host-prefix", Behavioural;
    /// An operation's authentication schemes changed.
    OperationAuth = "operation-auth", Behavioural;
    /// The body is signed, or is no longer signed.
    OperationUnsignedPayload = "operation-unsigned-payload", Behavioural;
    /// The checksum of the body is sent, or is no longer sent.
    OperationChecksum = "operation-checksum", Behavioural;
    /// The body is compressed, or is no longer compressed.
    OperationCompression = "operation-compression", Behavioural;
    /// The length of a streamed body must be known, or need no longer be.
    OperationRequiresLength = "operation-requires-length", Behavioural;
    /// An operation's values for parameters of the endpoint rules changed.
    OperationEndpointParameter = "operation-endpoint-parameter", Behavioural;
    /// Response bodies are logged, or are no longer logged, because of sensitive values.
    OperationSensitiveOutput = "operation-sensitive-output", Behavioural;
    /// The order of query parameters and headers changed.
    OperationBindingOrder = "operation-binding-order", Behavioural;
    /// An operation became idempotent, or is no longer idempotent.
    OperationIdempotent = "operation-idempotent", None;
    /// An operation became read-only, or is no longer read-only.
    OperationReadonly = "operation-readonly", None;
    /// An operation became safe to repeat, or is no longer safe to repeat.
    OperationRepeatable = "operation-repeatable", Behavioural;
    /// The HTTP status of successful responses changed.
    OperationStatus = "operation-status", None;
    /// An operation has a new error.
    OperationErrorAdded = "operation-error-added", Additive;
    /// An operation lost an error.
    OperationErrorRemoved = "operation-error-removed", Breaking;

    // Paginators and waiters.
    /// An operation has a paginator.
    PaginatorAdded = "paginator-added", Additive;
    /// An operation lost its paginator.
    PaginatorRemoved = "paginator-removed", Breaking;
    /// The paginator uses another token.
    PaginatorToken = "paginator-token", Behavioural;
    /// The page size can be set.
    PaginatorPageSizeAdded = "paginator-page-size-added", Additive;
    /// The page size can no longer be set.
    PaginatorPageSizeRemoved = "paginator-page-size-removed", Breaking;
    /// The type of the page size changed.
    PaginatorPageSizeType = "paginator-page-size-type", Breaking;
    /// The page size is another member.
    PaginatorPageSizeMember = "paginator-page-size-member", Behavioural;
    /// There is a paginator over items.
    PaginatorItemsAdded = "paginator-items-added", Additive;
    /// There is no paginator over items any more.
    PaginatorItemsRemoved = "paginator-items-removed", Breaking;
    /// The type of the items changed.
    PaginatorItemsType = "paginator-items-type", Breaking;
    /// The items are those of another member.
    PaginatorItemsMember = "paginator-items-member", Behavioural;
    /// An operation has a new waiter.
    WaiterAdded = "waiter-added", Additive;
    /// A waiter was removed.
    WaiterRemoved = "waiter-removed", Breaking;
    /// A waiter of this name belongs to another operation.
    WaiterMoved = "waiter-moved", Breaking;
    /// The delays between a waiter's calls changed.
    WaiterDelay = "waiter-delay", Behavioural;
    /// The number of successes in a row that end a wait changed.
    WaiterSuccesses = "waiter-successes", Behavioural;
    /// A waiter ends in other states, or under other conditions.
    WaiterAcceptors = "waiter-acceptors", Behavioural;

    // Types.
    /// A structure, union, enum or error is new.
    TypeAdded = "type-added", Additive;
    /// A structure, union, enum or error was removed.
    TypeRemoved = "type-removed", Breaking;
    /// A type is of another kind, for example a union instead of a structure.
    TypeKind = "type-kind", Breaking;
    /// The name of a shape changed, but not the Rust name of its type.
    TypeWireName = "type-wire-name", None;
    /// `build` of a builder can fail, or can no longer fail.
    BuilderFallible = "builder-fallible", Breaking;
    /// `build` fails unless a new or newly required member is set.
    BuilderRequires = "builder-requires", Behavioural;
    /// A structure and its builder can no longer be cloned and compared.
    StructureCloneRemoved = "structure-clone-removed", Breaking;
    /// A structure and its builder can be cloned and compared.
    StructureCloneAdded = "structure-clone-added", Additive;
    /// `Debug` hides a type's values, or no longer hides them.
    TypeSensitive = "type-sensitive", Behavioural;
    /// The order of members in JSON bodies of requests changed.
    MemberOrder = "member-order", Behavioural;
    /// The order of fields changed, which `Debug` shows.
    FieldOrder = "field-order", None;

    // Members.
    /// A structure has a new member.
    MemberAdded = "member-added", Additive;
    /// An input has a new member that the service requires.
    RequiredMemberAdded = "required-member-added", Behavioural;
    /// A member was removed.
    MemberRemoved = "member-removed", Breaking;
    /// The Rust names of a member changed.
    MemberRenamed = "member-renamed", Breaking;
    /// The name of a member changed, in JSON or in the model, but not the Rust names.
    MemberWireName = "member-wire-name", Behavioural;
    /// The Rust type of a member changed.
    MemberType = "member-type", Breaking;
    /// A member is an `Option`, or is no longer an `Option`.
    MemberOptional = "member-optional", Breaking;
    /// The service requires a member, or no longer requires it.
    MemberRequired = "member-required", Behavioural;
    /// The default of a member changed.
    MemberDefault = "member-default", Behavioural;
    /// The condition under which a member is sent changed.
    MemberPresence = "member-presence", Behavioural;
    /// A member is sent in another part of the request, or read from another part of the response.
    MemberBinding = "member-binding", Behavioural;
    /// The format of a member's timestamps changed.
    MemberTimestampFormat = "member-timestamp-format", Behavioural;
    /// A member is a generated idempotency token, or is no longer one.
    MemberIdempotencyToken = "member-idempotency-token", Behavioural;
    /// `Debug` hides a member's value, or no longer hides it.
    MemberSensitive = "member-sensitive", Behavioural;
    /// The shape of a member changed, but not its Rust type.
    MemberTarget = "member-target", None;
    /// The encoding of a payload changed.
    PayloadEncoding = "payload-encoding", Behavioural;
    /// The media type of a payload changed.
    PayloadMediaType = "payload-media-type", Behavioural;

    // Enums and unions.
    /// An enum has a new value.
    EnumValueAdded = "enum-value-added", Additive;
    /// An enum lost a value.
    EnumValueRemoved = "enum-value-removed", Breaking;
    /// The Rust name of an enum's value changed.
    EnumValueRenamed = "enum-value-renamed", Breaking;
    /// The string of an enum's variant changed.
    EnumValueWire = "enum-value-wire", Behavioural;
    /// An integer enum, which has no Rust type, has other values.
    IntEnumValues = "int-enum-values", Documentation;
    /// A union has a new variant.
    VariantAdded = "variant-added", Additive;
    /// A union lost a variant.
    VariantRemoved = "variant-removed", Breaking;
    /// The Rust name of a union's variant changed.
    VariantRenamed = "variant-renamed", Breaking;
    /// The type of a union's variant changed.
    VariantType = "variant-type", Breaking;

    // Errors.
    /// The code of an error changed.
    ErrorCode = "error-code", Behavioural;
    /// The client retries an error, or no longer retries it.
    ErrorRetryable = "error-retryable", Behavioural;
    /// The HTTP status of an error changed.
    ErrorStatus = "error-status", Behavioural;
    /// An error is of another kind.
    ErrorKind = "error-kind", Behavioural;
    /// A kind of errors is new.
    ErrorKindAdded = "error-kind-added", Additive;
    /// A kind of errors was removed.
    ErrorKindRemoved = "error-kind-removed", Breaking;
    /// The hint in reports about an error changed.
    ErrorHint = "error-hint", Documentation;
    /// An error is the server's fault instead of the client's, or the reverse.
    ErrorFault = "error-fault", Documentation;

    // Endpoints.
    /// The endpoint rules have a new parameter.
    EndpointParameterAdded = "endpoint-parameter-added", Additive;
    /// The endpoint rules lost a parameter.
    EndpointParameterRemoved = "endpoint-parameter-removed", Breaking;
    /// The type of a parameter of the endpoint rules changed.
    EndpointParameterType = "endpoint-parameter-type", Breaking;
    /// A parameter of the endpoint rules has another default, or became required or optional.
    EndpointParameterValue = "endpoint-parameter-value", Behavioural;
    /// A parameter of the endpoint rules is set by another setting.
    EndpointParameterBuiltIn = "endpoint-parameter-built-in", Behavioural;
    /// The client has a new setting for the endpoint rules.
    EndpointSettingAdded = "endpoint-setting-added", Additive;
    /// The client lost a setting for the endpoint rules.
    EndpointSettingRemoved = "endpoint-setting-removed", Breaking;
    /// The endpoint rules changed.
    EndpointRules = "endpoint-rules", Behavioural;
    /// A partition is new.
    PartitionAdded = "partition-added", Behavioural;
    /// A partition was removed.
    PartitionRemoved = "partition-removed", Behavioural;
    /// The regions of a partition changed.
    PartitionRegions = "partition-regions", Behavioural;
    /// A partition's host names or capabilities changed.
    PartitionOutputs = "partition-outputs", Behavioural;

    // Constraints, documentation and other facts.
    /// The range of a number changed.
    ConstraintRange = "constraint-range", Behavioural;
    /// The length of a string, or the number of items, changed.
    ConstraintLength = "constraint-length", Behavioural;
    /// The pattern of a string changed.
    ConstraintPattern = "constraint-pattern", Behavioural;
    /// The items of a list must be unique, or need no longer be.
    ConstraintUniqueItems = "constraint-unique-items", Behavioural;
    /// The documentation changed.
    Documentation = "documentation", Documentation;
    /// An item became deprecated.
    Deprecated = "deprecated", Additive;
    /// An item is no longer deprecated, or for another reason.
    DeprecationNote = "deprecation-note", Documentation;
    /// A trait changed without an effect on the client.
    TraitWithoutEffect = "trait-without-effect", None;
}

impl Rule {
    /// Returns the rule with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }
}
