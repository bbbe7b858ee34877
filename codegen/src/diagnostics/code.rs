//! The kinds of diagnostics, each with a number that stays.

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal,)+) => {
        /// The kinds of diagnostics. Their numbers go by hundreds: the text (01), the form of the AST
        /// (02), references (03), traits (04), names (05), overlays (06), endpoints and partitions
        /// (07), flags (08), faults of the generator (09), protocol tests (10).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// All codes, in the order of their numbers.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// The code as it is printed.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$name => $text,)+
                }
            }
        }
    };
}

codes! {
    /// The text is not JSON.
    Syntax = "E0101",
    /// The text is JSON, but not an object.
    NotObject = "E0102",

    /// The model is not one of Smithy 2.
    Version = "E0201",
    /// A key of `shapes` is not a shape id.
    ShapeId = "E0202",
    /// A shape is of a type that does not exist.
    ShapeType = "E0203",
    /// A part of the AST is an object, a list or a text where it should be another of these.
    Form = "E0204",
    /// A list or map does not say what it is made of.
    PartMissing = "E0205",
    /// A member's name is none.
    MemberName = "E0206",
    /// A reference has no target, or one that is not a shape id.
    Reference = "E0207",
    /// The model has no service.
    NoService = "E0208",
    /// The model has more than one service.
    SeveralServices = "E0209",
    /// A key at the top of a published model is none that models have.
    UnknownKey = "E0210",
    /// Documentation remains in what are to be facts.
    Prose = "E0211",
    /// A service gives a shape another name in a form that cannot be read.
    Rename = "E0212",

    /// A reference leads to a shape that does not exist.
    NoTarget = "E0301",
    /// A reference leads to a shape of the wrong kind.
    TargetKind = "E0302",
    /// The model applies traits to a shape that does not exist.
    ApplyTarget = "E0303",
    /// The keys of a map are not texts.
    MapKey = "E0304",
    /// Lists and maps lie one in the other in a circle.
    EndlessLists = "E0305",
    /// Lists and maps lie one in the other, too deep.
    DeepLists = "E0306",
    /// A shape takes over members from what is not a mixin of its kind.
    NotMixin = "E0307",
    /// Mixins take over each other's members in a circle.
    MixinCircle = "E0308",

    /// A trait that the generator does not know.
    UnknownTrait = "E0401",
    /// A trait's value is not of the form that it should be.
    TraitValue = "E0402",
    /// A trait that is needed is missing, or does not say what is needed.
    TraitMissing = "E0403",
    /// The service does not speak restJson1.
    Protocol = "E0404",
    /// A kind of value that the generator does not support.
    UnsupportedKind = "E0405",
    /// A member is bound where values of its type cannot be.
    Binding = "E0406",
    /// A header's name is none.
    HeaderName = "E0407",
    /// An operation's method is none.
    HttpMethod = "E0408",
    /// An operation's URI is none.
    Uri = "E0409",
    /// A label of a URI has no member.
    LabelWithoutMember = "E0410",
    /// A member that is bound to a label has none.
    MemberWithoutLabel = "E0411",
    /// A default does not fit its member.
    Default = "E0412",
    /// What `paginated` names is not a member.
    PageMember = "E0413",
    /// The tokens of pages are not optional texts.
    PageToken = "E0414",
    /// An error's message is not a text.
    ErrorMessage = "E0415",
    /// The service's title or version cannot be quoted.
    ServiceString = "E0416",
    /// A trait whose effect the generator does not support.
    UnsupportedTrait = "E0417",
    /// An operation streams events.
    EventStream = "E0418",
    /// What is to come before a host's name cannot.
    HostPrefix = "E0419",
    /// An operation or service is signed in a way that the service does not have.
    AuthScheme = "E0420",
    /// A body is compressed in a way that the generator does not know.
    Encoding = "E0421",
    /// A waiter does not say what it waits for in a way that can be followed.
    Waiter = "E0422",

    /// Two operations would have the same module.
    OperationClash = "E0501",
    /// Two types would have the same name or module.
    TypeClash = "E0502",
    /// No variant's name can be made of an enum's value.
    ValueName = "E0503",
    /// An enum has a value twice.
    ValueTwice = "E0504",

    /// An overlay holds something else than apply statements.
    NotApply = "E0601",
    /// An overlay applies traits to a shape that the model does not have.
    OverlayTarget = "E0602",
    /// An overlay replaces a trait without a correction.
    Replacement = "E0603",
    /// A correction replaces another value than the model has.
    CorrectionOutdated = "E0604",
    /// A correction replaces a trait that the model does not have.
    CorrectionGone = "E0605",
    /// A correction has no apply statement.
    CorrectionUnused = "E0606",
    /// A correction is incomplete.
    CorrectionForm = "E0607",
    /// An order of members does not fit the structure, or is not needed.
    MemberOrder = "E0608",

    /// The service has no endpoint rule set.
    NoRuleSet = "E0701",
    /// Something is missing in the rule set, or of another form.
    RuleForm = "E0702",
    /// No name can be made of a parameter's, or of what a condition assigns to.
    RuleName = "E0703",
    /// Two parameters, variables or settings would have the same name.
    ParameterClash = "E0704",
    /// A parameter is built in as nothing that the generator knows.
    BuiltIn = "E0705",
    /// A parameter has another type or default than it can have.
    ParameterType = "E0706",
    /// A rule is of a type that the generator does not know.
    RuleType = "E0707",
    /// An endpoint's headers or properties are of another form.
    EndpointPart = "E0708",
    /// A function that there is not, or a call or value of another form.
    Function = "E0709",
    /// `isSet` asks for what is always set.
    AlwaysSet = "E0710",
    /// A value is used where it may not be set.
    MaybeUnset = "E0711",
    /// A parameter or variable that does not exist.
    UnknownParameter = "E0712",
    /// A fact is asked of what has none: of a text, for example.
    NotPartition = "E0713",
    /// A fact that partitions, ARNs or URLs do not have.
    PartitionFact = "E0714",
    /// A brace in a text has no end or no beginning.
    Brace = "E0715",
    /// The table of partitions is empty.
    NoPartitions = "E0716",
    /// A partition or region lacks a fact, or has it in another form.
    PartitionForm = "E0717",
    /// A partition's regions are named in another way than all known ones.
    RegionRegex = "E0718",
    /// A value in the rules is of another type than its place.
    ValueType = "E0719",
    /// A trait gives a parameter a value that it cannot have.
    ContextParam = "E0720",
    /// A test of endpoint rules is none, or no test needs a correction.
    EndpointTest = "E0721",

    /// Nothing has the name to filter by.
    UnknownName = "E0802",

    /// The generator made tokens that are not Rust.
    NotRust = "E0901",
    /// A template of the generator does not fit.
    Template = "E0902",

    /// A protocol test does not fit its shape.
    Case = "E1001",
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn codes_are_all_different_and_in_order() {
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
