//! The rules as nested conditions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::tokens::{ident, mentions};
use crate::ir::{
    Condition, Endpoint, Expression, Outcome, Parameter, ParameterKind, PartitionFact, Rule,
    Template,
};

/// `config/endpoint/rules.rs`.
pub(super) fn rules(endpoint: &Endpoint) -> TokenStream {
    let emitter = Emitter {
        parameters: &endpoint.parameters,
    };
    let body = emitter.rules(&endpoint.rules, true);
    let params = match mentions(&body, "params") {
        true => quote!(params),
        false => quote!(_),
    };
    let (refused, error) = mentions(&body, "refused").then(refused).unzip();
    let functions = mentions(&body, "endpoint").then(|| {
        quote!(
            use restjson1_runtime::endpoint;
        )
    });
    let partitions = mentions(&body, "PARTITIONS").then(|| {
        quote!(
            use super::partitions::PARTITIONS;
        )
    });
    quote! {
        //! The model's endpoint rules.

        #error
        use aws_smithy_runtime_api::box_error::BoxError;
        use aws_smithy_types::endpoint::Endpoint;
        #functions
        use super::Params;
        #partitions

        /// The endpoint that the rules lead to.
        pub(super) fn resolve(#params: &Params) -> Result<Endpoint, BoxError> {
            #body
        }

        #refused
    }
}

/// The function, and its import.
fn refused() -> (TokenStream, TokenStream) {
    let function = quote! {
        fn refused(reason: &str) -> Result<Endpoint, BoxError> {
            Err(ResolveEndpointError::message(reason).into())
        }
    };
    let import = quote!(
        use aws_smithy_http::endpoint::ResolveEndpointError;
    );
    (function, import)
}

struct Emitter<'a> {
    parameters: &'a [Parameter],
}

impl Emitter<'_> {
    /// Rules of which the first that applies counts; one must. The last one ends the function where
    /// they are its `tail`.
    fn rules(&self, rules: &[Rule], tail: bool) -> TokenStream {
        let mut tokens = TokenStream::new();
        for rule in rules {
            if rule.conditions.is_empty() {
                // What would come after can never apply.
                tokens.extend(self.outcome(&rule.outcome, tail));
                return tokens;
            }
            let conditions = rule.conditions.iter();
            let conditions = conditions.map(|condition| self.condition(condition));
            let outcome = self.outcome(&rule.outcome, false);
            tokens.extend(quote!(if #(#conditions)&&* { #outcome }));
        }
        tokens.extend(leave(quote!(refused("No endpoint rule matched")), tail));
        tokens
    }

    fn outcome(&self, outcome: &Outcome, tail: bool) -> TokenStream {
        match outcome {
            Outcome::Rules(rules) => self.rules(rules, tail),
            Outcome::Endpoint(template) => {
                let url = self.template(template);
                leave(quote!(endpoint::found(#url)), tail)
            }
            Outcome::Error(template) => {
                let reason = match literal(template) {
                    Some(text) => quote!(#text),
                    None => {
                        let text = self.template(template);
                        quote!(&#text)
                    }
                };
                leave(quote!(refused(#reason)), tail)
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
                quote!(let Some(#assign) = endpoint::partition(PARTITIONS, #region))
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
                quote!(endpoint::is_valid_host_label(#label, #dots))
            }
        }
    }

    fn expression(&self, expression: &Expression) -> TokenStream {
        match expression {
            Expression::Text(text) => quote!(#text),
            Expression::Reference(name) => {
                let is_flag = self.is_flag(name);
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
        if let Some(text) = literal(template) {
            return quote!(#text.to_owned());
        }
        let mut format = String::new();
        let mut values = Vec::new();
        for part in template {
            match part {
                Template::Literal(text) => {
                    format.push_str(&text.replace('{', "{{").replace('}', "}}"));
                }
                // A local name can stand in the text itself.
                Template::Value(Expression::Reference(name)) if !self.is_flag(name) => {
                    format.push_str(&format!("{{{name}}}"));
                }
                Template::Value(value) => {
                    format.push_str("{}");
                    values.push(self.expression(value));
                }
            }
        }
        quote!(format!(#format #(, #values)*))
    }

    fn is_flag(&self, name: &str) -> bool {
        self.parameters.iter().any(|parameter| {
            parameter.name.rust == name && parameter.kind == ParameterKind::Boolean
        })
    }
}

/// A template's text, where it holds no values.
fn literal(template: &[Template]) -> Option<String> {
    let parts = template.iter().map(|part| match part {
        Template::Literal(text) => Some(&**text),
        Template::Value(_) => None,
    });
    parts.collect()
}

/// The end of a function, or a way out of its middle.
fn leave(value: TokenStream, tail: bool) -> TokenStream {
    if tail { value } else { quote!(return #value;) }
}
