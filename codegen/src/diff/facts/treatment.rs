//! The table of traits: the rule that reports a trait's changes.

use crate::ast::ids;
use crate::diff::Rule::{self, *};

/// The way in which the changes of a trait are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Treatment {
    /// In the IR, by these rules. A change that none of them reports has no effect.
    Lowered(&'static [Rule]),
    /// By comparing the values; the rule reports a change.
    Compared(Rule),
}

use Treatment::{Compared, Lowered};

const BINDING: Treatment = Lowered(&[
    MemberBinding,
    MemberWireName,
    MemberTimestampFormat,
    OperationUri,
    OperationQuery,
    OperationBindingOrder,
    PayloadEncoding,
]);
const AUTH: Treatment = Lowered(&[
    ServiceAuth,
    OperationAuth,
    ServiceSigningName,
    CrateItemAdded,
    CrateItemRemoved,
]);
const PARAMETER: Treatment = Lowered(&[OperationEndpointParameter]);

/// The traits whose changes have a rule. All others have no effect on the client.
pub(super) const TABLE: &[(&str, Treatment)] = &[
    (ids::AWS_SERVICE, Lowered(&[ServiceSdkId])),
    (ids::SIGV4, AUTH),
    (ids::UNSIGNED_PAYLOAD, Lowered(&[OperationUnsignedPayload])),
    (ids::REST_JSON1, Compared(TraitWithoutEffect)),
    (ids::AUTH, AUTH),
    (
        ids::CLIENT_OPTIONAL,
        Lowered(&[
            MemberOptional,
            MemberType,
            MemberDefault,
            BuilderFallible,
            BuilderRequires,
        ]),
    ),
    (
        ids::DEFAULT,
        Lowered(&[
            MemberDefault,
            MemberOptional,
            MemberPresence,
            MemberType,
            BuilderFallible,
            BuilderRequires,
        ]),
    ),
    (ids::DEPRECATED, Lowered(&[Deprecated, DeprecationNote])),
    (ids::DOCUMENTATION, Compared(Documentation)),
    (ids::ENDPOINT, Lowered(&[OperationHostPrefix])),
    (
        ids::ENUM,
        Lowered(&[
            EnumValueAdded,
            EnumValueRemoved,
            EnumValueRenamed,
            EnumValueWire,
            Deprecated,
            DeprecationNote,
            Documentation,
            TypeAdded,
            TypeRemoved,
            MemberType,
        ]),
    ),
    (
        ids::ENUM_VALUE,
        Lowered(&[
            EnumValueAdded,
            EnumValueRemoved,
            EnumValueRenamed,
            EnumValueWire,
            IntEnumValues,
        ]),
    ),
    (ids::ERROR, Compared(ErrorFault)),
    (ids::EXAMPLES, Compared(Documentation)),
    (ids::HOST_LABEL, Lowered(&[OperationHostPrefix])),
    (
        ids::HTTP,
        Lowered(&[OperationMethod, OperationUri, OperationQuery]),
    ),
    (ids::HTTP_BEARER_AUTH, AUTH),
    (ids::HTTP_CHECKSUM_REQUIRED, Lowered(&[OperationChecksum])),
    ("smithy.api#httpError", Compared(ErrorStatus)),
    (ids::HTTP_HEADER, BINDING),
    (ids::HTTP_LABEL, BINDING),
    (ids::HTTP_PAYLOAD, BINDING),
    (ids::HTTP_PREFIX_HEADERS, BINDING),
    (ids::HTTP_QUERY, BINDING),
    (ids::HTTP_QUERY_PARAMS, BINDING),
    (ids::HTTP_RESPONSE_CODE, BINDING),
    ("smithy.api#idempotent", Compared(OperationIdempotent)),
    (ids::IDEMPOTENCY_TOKEN, Lowered(&[MemberIdempotencyToken])),
    (ids::JSON_NAME, Lowered(&[MemberWireName])),
    (ids::LENGTH, Compared(ConstraintLength)),
    (ids::MEDIA_TYPE, Lowered(&[PayloadMediaType, MemberBinding])),
    // Mixins are resolved before the comparison.
    (ids::MIXIN, Compared(TraitWithoutEffect)),
    (ids::OPTIONAL_AUTH, AUTH),
    (
        ids::PAGINATED,
        Lowered(&[
            PaginatorAdded,
            PaginatorRemoved,
            PaginatorToken,
            PaginatorPageSizeAdded,
            PaginatorPageSizeRemoved,
            PaginatorPageSizeType,
            PaginatorPageSizeMember,
            PaginatorItemsAdded,
            PaginatorItemsRemoved,
            PaginatorItemsType,
            PaginatorItemsMember,
        ]),
    ),
    (ids::PATTERN, Compared(ConstraintPattern)),
    (ids::RANGE, Compared(ConstraintRange)),
    ("smithy.api#readonly", Compared(OperationReadonly)),
    (ids::REQUEST_COMPRESSION, Lowered(&[OperationCompression])),
    (
        ids::REQUIRED,
        Lowered(&[
            MemberRequired,
            MemberOptional,
            MemberType,
            MemberDefault,
            BuilderFallible,
            BuilderRequires,
            OperationEndpointParameter,
        ]),
    ),
    (ids::REQUIRES_LENGTH, Lowered(&[OperationRequiresLength])),
    (ids::RETRYABLE, Lowered(&[ErrorRetryable])),
    (
        ids::SENSITIVE,
        Lowered(&[MemberSensitive, TypeSensitive, OperationSensitiveOutput]),
    ),
    (
        ids::SPARSE,
        Lowered(&[MemberType, VariantType, PaginatorItemsType]),
    ),
    (
        ids::STREAMING,
        Lowered(&[
            MemberType,
            PayloadEncoding,
            StructureCloneAdded,
            StructureCloneRemoved,
        ]),
    ),
    (ids::TIMESTAMP_FORMAT, Lowered(&[MemberTimestampFormat])),
    (ids::TITLE, Lowered(&[ServiceTitle])),
    (ids::UNIQUE_ITEMS, Compared(ConstraintUniqueItems)),
    (ids::RULES, Compared(ConstraintMembers)),
    (
        ids::CLIENT_CONTEXT_PARAMS,
        Lowered(&[
            EndpointSettingAdded,
            EndpointSettingRemoved,
            EndpointParameterAdded,
            EndpointParameterRemoved,
            Documentation,
        ]),
    ),
    (ids::CONTEXT_PARAM, PARAMETER),
    (
        ids::ENDPOINT_RULE_SET,
        Lowered(&[
            EndpointRules,
            EndpointParameterAdded,
            EndpointParameterRemoved,
            EndpointParameterType,
            EndpointParameterValue,
            EndpointParameterBuiltIn,
            Documentation,
            Deprecated,
            DeprecationNote,
        ]),
    ),
    (ids::OPERATION_CONTEXT_PARAMS, PARAMETER),
    (ids::STATIC_CONTEXT_PARAMS, PARAMETER),
    (
        ids::WAITABLE,
        Lowered(&[
            WaiterAdded,
            WaiterRemoved,
            WaiterMoved,
            WaiterDelay,
            WaiterAcceptors,
            Documentation,
            Deprecated,
            DeprecationNote,
        ]),
    ),
    (ids::ERROR_HINTS, Lowered(&[ErrorHint])),
    (
        ids::ERROR_KIND,
        Lowered(&[ErrorKind, ErrorKindAdded, ErrorKindRemoved, Documentation]),
    ),
    (ids::REPEAT, Lowered(&[OperationRepeatable, Documentation])),
    (ids::WAITER_SUCCESSES, Lowered(&[WaiterSuccesses])),
];

/// Returns the treatment of a trait's changes.
pub(super) fn treatment(id: &str) -> Treatment {
    let row = TABLE.iter().find(|(known, _)| *known == id);
    row.map_or(Compared(TraitWithoutEffect), |(_, treatment)| *treatment)
}

#[cfg(test)]
mod tests {
    use super::{Lowered, TABLE, treatment};
    use crate::ast::{self, known_traits};
    use crate::diff::Rule;
    use crate::diff::facts::treatment::Compared;

    #[test]
    fn each_implemented_trait_has_rules() {
        for (id, row) in known_traits() {
            if row == ast::Treatment::Implemented {
                let has_row = TABLE.iter().any(|(known, _)| *known == id);
                assert!(has_row, "{id}: add its rules to the table");
            }
            assert_ne!(treatment(id), Lowered(&[]), "{id}");
        }
    }

    #[test]
    fn each_trait_of_the_table_is_known_and_listed_once() {
        for (index, (id, row)) in TABLE.iter().enumerate() {
            let known = known_traits().find(|(known, _)| known == id);
            let (_, treatment) = known.unwrap_or_else(|| panic!("{id} is unknown"));
            assert!(
                !TABLE[..index].iter().any(|(other, _)| other == id),
                "{id} is listed twice"
            );
            // Only the values of traits without an effect on the IR are compared.
            let is_lowered = matches!(row, Lowered(_));
            let is_implemented = treatment == ast::Treatment::Implemented;
            assert!(
                is_implemented || !is_lowered,
                "{id} has no effect on the IR"
            );
            assert_ne!(*row, Compared(Rule::TypeAdded), "{id}");
        }
    }
}
