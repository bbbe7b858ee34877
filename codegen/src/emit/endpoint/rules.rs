//! The rules as nested conditions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::tokens::ident;
use crate::ir::{
    Condition, Endpoint, Expression, Outcome, Parameter, ParameterKind, PartitionFact, Rule,
    Template,
};

/// `config/endpoint/rules.rs`.
pub(super) fn rules(endpoint: &Endpoint) -> TokenStream {
    let emitter = Emitter {
        parameters: &endpoint.parameters,
    };
    let body = emitter.sequence(&endpoint.rules);
    quote! {
        //! The model's endpoint rules.

        use aws_smithy_http::endpoint::ResolveEndpointError;
        use aws_smithy_runtime_api::box_error::BoxError;
        use aws_smithy_types::endpoint::Endpoint;

        use super::Params;
        use super::partitions::PARTITIONS;

        /// The endpoint that the rules lead to.
        pub(super) fn resolve(params: &Params) -> Result<Endpoint, BoxError> {
            #body
        }
    }
}

struct Emitter<'a> {
    parameters: &'a [Parameter],
}

impl Emitter<'_> {
    /// Rules of which the first that applies counts; one must.
    fn sequence(&self, rules: &[Rule]) -> TokenStream {
        let mut tokens = TokenStream::new();
        for rule in rules {
            let outcome = self.outcome(&rule.outcome);
            if rule.conditions.is_empty() {
                // What would come after can never apply.
                tokens.extend(outcome);
                return tokens;
            }
            let conditions = rule
                .conditions
                .iter()
                .map(|condition| self.condition(condition));
            let returned = match &rule.outcome {
                Outcome::Rules(_) => quote!(#outcome),
                _ => quote!(return #outcome;),
            };
            let returned = match &rule.outcome {
                Outcome::Rules(rules) => self.returning(rules),
                _ => returned,
            };
            tokens.extend(quote!(if #(#conditions)&&* { #returned }));
        }
        tokens.extend(quote!(Err(ResolveEndpointError::message(
            "No endpoint rule matched"
        )
        .into())));
        tokens
    }

    /// As [`sequence`](Self::sequence), in the middle of a function.
    fn returning(&self, rules: &[Rule]) -> TokenStream {
        let mut tokens = TokenStream::new();
        for rule in rules {
            let outcome = match &rule.outcome {
                Outcome::Rules(rules) => self.returning(rules),
                outcome => {
                    let outcome = self.outcome(outcome);
                    quote!(return #outcome;)
                }
            };
            if rule.conditions.is_empty() {
                tokens.extend(outcome);
                return tokens;
            }
            let conditions = rule
                .conditions
                .iter()
                .map(|condition| self.condition(condition));
            tokens.extend(quote!(if #(#conditions)&&* { #outcome }));
        }
        tokens.extend(quote!(
            return Err(ResolveEndpointError::message("No endpoint rule matched").into());
        ));
        tokens
    }

    fn outcome(&self, outcome: &Outcome) -> TokenStream {
        match outcome {
            Outcome::Rules(rules) => self.sequence(rules),
            Outcome::Endpoint(template) => {
                let url = self.template(template);
                quote!(Ok(Endpoint::builder().url(#url).build()))
            }
            Outcome::Error(template) => {
                let text = match &**template {
                    [Template::Literal(text)] => quote!(#text),
                    template => self.template(template),
                };
                quote!(Err(ResolveEndpointError::message(#text).into()))
            }
        }
    }

    fn condition(&self, condition: &Condition) -> TokenStream {
        match condition {
            Condition::IsSet(name) => {
                let name = ident(name);
                quote!(let Some(#name) = &params.#name)
            }
            Condition::Partition { region, assign } => {
                let region = self.expression(region);
                let assign = ident(assign);
                quote!(let Some(#assign) = restjson1_runtime::endpoint::partition(PARTITIONS, #region))
            }
            Condition::Holds(expression) => self.expression(expression),
            Condition::HoldsNot(expression) => {
                let expression = self.expression(expression);
                quote!(!#expression)
            }
            Condition::Equal(left, right) => {
                let (left, right) = (self.expression(left), self.expression(right));
                quote!(#left == #right)
            }
            Condition::HostLabel { label, dots } => {
                let label = self.expression(label);
                quote!(restjson1_runtime::endpoint::is_valid_host_label(#label, #dots))
            }
        }
    }

    fn expression(&self, expression: &Expression) -> TokenStream {
        match expression {
            Expression::Text(text) => quote!(#text),
            Expression::Reference(name) => {
                let is_flag = self.parameters.iter().any(|parameter| {
                    parameter.name.rust == *name && parameter.kind == ParameterKind::Boolean
                });
                let name = ident(name);
                if is_flag {
                    quote!(params.#name)
                } else {
                    quote!(#name)
                }
            }
            Expression::Partition(name, fact) => {
                let name = ident(name);
                let fact = ident(match fact {
                    PartitionFact::Name => "name",
                    PartitionFact::DnsSuffix => "dns_suffix",
                    PartitionFact::DualStackDnsSuffix => "dual_stack_dns_suffix",
                    PartitionFact::SupportsFips => "supports_fips",
                    PartitionFact::SupportsDualStack => "supports_dual_stack",
                    PartitionFact::ImplicitGlobalRegion => "implicit_global_region",
                });
                quote!(#name.#fact)
            }
        }
    }

    fn template(&self, template: &[Template]) -> TokenStream {
        if let [Template::Value(value)] = template {
            let value = self.expression(value);
            return quote!(#value.to_owned());
        }
        let mut format = String::new();
        let mut values = Vec::new();
        for part in template {
            match part {
                Template::Literal(text) => {
                    format.push_str(&text.replace('{', "{{").replace('}', "}}"));
                }
                Template::Value(value) => {
                    format.push_str("{}");
                    values.push(self.expression(value));
                }
            }
        }
        quote!(format!(#format, #(#values),*))
    }
}
