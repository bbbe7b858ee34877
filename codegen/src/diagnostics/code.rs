//! Diagnostic codes. The number of a code never changes.

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $string:literal,)+) => {
        /// A diagnostic code.
        ///
        /// The first two digits stand for an area: JSON (01), the form of the AST (02), references
        /// (03), traits (04), names (05), overlays (06), endpoints and partitions (07), flags (08),
        /// bugs in the generator (09), protocol tests (10).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// All codes, in the order of their numbers.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// Returns the printed form, for example `E0101`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$name => $string,)+
                }
            }
        }
    };
}

codes! {
    /// A file that is not JSON, or has values that are nested too deeply.
    Syntax = "E0101",
    /// A JSON file that does not hold an object.
    NotObject = "E0102",
    /// A key that occurs more than once in an object of a JSON file.
    DuplicateKey = "E0103",

    /// A model of another version than Smithy 2.
    Version = "E0201",
    /// A key of `shapes` that is not a shape id.
    ShapeId = "E0202",
    /// An unknown type of shape.
    ShapeType = "E0203",
    /// A value in the AST with the wrong JSON type.
    Form = "E0204",
    /// A list without `member`, a map without `key` or `value`, or an enum or union without members.
    MemberMissing = "E0205",
    /// An invalid member name.
    MemberName = "E0206",
    /// A reference without a target, or whose target is not a shape id.
    Reference = "E0207",
    /// A model without a service, or of another service than the present one.
    NoService = "E0208",
    /// A model with more than one service.
    SeveralServices = "E0209",
    /// An unknown key in a published model, at its top or in botocore's files.
    UnknownKey = "E0210",
    /// Documentation that remains in the canonical form of a model.
    Prose = "E0211",
    /// An invalid entry of `rename` in a service.
    Rename = "E0212",

    /// A reference to a shape that does not exist.
    NoTarget = "E0301",
    /// A reference to a shape of the wrong type.
    TargetKind = "E0302",
    /// An apply statement of the model for a shape that does not exist.
    ApplyTarget = "E0303",
    /// A map whose keys are not strings.
    MapKey = "E0304",
    /// Lists and maps that contain themselves without a structure or union between.
    RecursiveLists = "E0305",
    /// Lists and maps that are nested too deeply.
    DeepLists = "E0306",
    /// A mixin reference to a shape that is not a mixin of the same type.
    NotMixin = "E0307",
    /// Mixins that refer to each other in a cycle.
    MixinCycle = "E0308",

    /// A trait that the generator does not know.
    UnknownTrait = "E0401",
    /// A trait value of the wrong form.
    TraitValue = "E0402",
    /// A required trait that is missing or incomplete.
    TraitMissing = "E0403",
    /// A service without the protocol restJson1.
    Protocol = "E0404",
    /// A type of value that the generator does not support.
    UnsupportedKind = "E0405",
    /// A member bound to a place that cannot hold its type.
    Binding = "E0406",
    /// A header name that is invalid or reserved for the client.
    HeaderName = "E0407",
    /// An invalid or unsupported HTTP method.
    HttpMethod = "E0408",
    /// An invalid URI pattern.
    Uri = "E0409",
    /// A URI label without a member.
    LabelWithoutMember = "E0410",
    /// A member bound to a label that the URI does not have.
    MemberWithoutLabel = "E0411",
    /// A default that does not fit its member.
    Default = "E0412",
    /// A name or path in `paginated` that does not lead to a suitable member.
    PageMember = "E0413",
    /// Pagination tokens that the generator does not support.
    PageToken = "E0414",
    /// An error whose message is not a string.
    ErrorMessage = "E0415",
    /// A trait whose effect the generator does not support.
    UnsupportedTrait = "E0417",
    /// An operation with an event stream.
    EventStream = "E0418",
    /// An invalid host prefix.
    HostPrefix = "E0419",
    /// An authentication scheme that the service does not have.
    AuthScheme = "E0420",
    /// An unknown encoding for request compression.
    Encoding = "E0421",
    /// An invalid or unsupported waiter, or one with the name of another.
    Waiter = "E0422",
    /// A service with other protocols beside restJson1.
    OtherProtocol = "E0423",
    /// An SDK id, signing name or media type that cannot be in a header.
    HeaderValue = "E0424",
    /// Two members bound to the same place.
    BindingConflict = "E0425",
    /// A pattern that clients cannot check.
    Pattern = "E0426",
    /// An invalid rule for members.
    MemberRule = "E0427",
    /// An unknown member in an example, or a required one that is missing.
    ExampleMember = "E0428",
    /// A value of the wrong type in an example.
    ExampleType = "E0429",
    /// A value in an example that violates a constraint, or is not a value of its enum.
    ExampleConstraint = "E0430",
    /// An example with an error that its operation does not have.
    ExampleError = "E0431",
    /// A waiter, error or enum value in an overlay's facts about waiters that does not exist.
    WaiterName = "E0432",

    /// Two operations with the same module name.
    OperationConflict = "E0501",
    /// Two types with the same name or module.
    TypeConflict = "E0502",
    /// An enum value that does not yield a variant name.
    ValueName = "E0503",
    /// An enum value that occurs twice.
    DuplicateValue = "E0504",
    /// A name that is too long for a file name.
    LongName = "E0505",

    /// An entry of an overlay that is not an apply statement.
    NotApply = "E0601",
    /// An overlay entry for a shape that the model does not have.
    OverlayTarget = "E0602",
    /// An overlay that replaces a trait without a correction.
    Replacement = "E0603",
    /// A correction of a value that the model no longer has.
    CorrectionOutdated = "E0604",
    /// A correction of a trait that the model no longer has.
    CorrectionGone = "E0605",
    /// A correction without an apply statement.
    CorrectionUnused = "E0606",
    /// An incomplete correction.
    CorrectionForm = "E0607",
    /// A member order that does not fit the structure, or has no effect.
    MemberOrder = "E0608",
    /// A name in the documentation or code of an overlay that does not exist.
    DocumentationName = "E0609",
    /// Documentation of a member in an overlay that begins in an unexpected way.
    DocumentationForm = "E0610",
    /// An operation in none of the resources that overlays list.
    Resource = "E0611",

    /// A service without an endpoint rule set.
    NoRuleSet = "E0701",
    /// A missing or malformed part of the rule set.
    RuleForm = "E0702",
    /// A parameter or variable that does not yield a Rust name.
    RuleName = "E0703",
    /// Two parameters, variables or settings with the same name.
    ParameterConflict = "E0704",
    /// An unknown built-in parameter.
    BuiltIn = "E0705",
    /// A parameter with an invalid type or default.
    ParameterType = "E0706",
    /// An unknown type of rule.
    RuleType = "E0707",
    /// Malformed headers or properties of an endpoint.
    EndpointPart = "E0708",
    /// An unknown function, or a malformed call or value.
    Function = "E0709",
    /// A condition `isSet` on a value that is always set.
    AlwaysSet = "E0710",
    /// A use of a value that may be unset.
    MaybeUnset = "E0711",
    /// A reference to an unknown parameter or variable.
    UnknownParameter = "E0712",
    /// A field access on a value without fields, such as a string.
    NoFields = "E0713",
    /// An unknown field of a partition, ARN or URL.
    UnknownField = "E0714",
    /// An unmatched brace in a template.
    Brace = "E0715",
    /// A table of partitions without partitions.
    NoPartitions = "E0716",
    /// A missing or malformed part of a partition or region.
    PartitionForm = "E0717",
    /// An unsupported pattern of region names.
    RegionRegex = "E0718",
    /// A value of the wrong type in the rules.
    ValueType = "E0719",
    /// A trait that gives a parameter an invalid value.
    ContextParam = "E0720",
    /// A malformed endpoint test, or a correction that matches no test.
    EndpointTest = "E0721",
    /// A URL of an endpoint that cannot be valid.
    EndpointUrl = "E0722",

    /// A filter that matches no item.
    UnknownName = "E0802",
    /// An allowed trait that neither the generator knows nor the model has.
    AllowedTrait = "E0803",
    /// A crate name that is the name of one of the crate's dependencies.
    CrateName = "E0804",

    /// Generated tokens that are not Rust.
    InvalidRust = "E0901",
    /// A template of the generator that cannot be rendered.
    Template = "E0902",

    /// A protocol test that does not fit its shape.
    ProtocolTest = "E1001",
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(Code::ALL.is_sorted_by(|a, b| a.as_str() < b.as_str()));
        for code in Code::ALL {
            let digits = code.as_str().strip_prefix('E').expect("an E");
            assert!(
                digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()),
                "{code:?}"
            );
        }
    }
}
