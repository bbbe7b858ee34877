//! Macro calls with named arguments.
//!
//! prettyplease prints `name: value` arguments of macros as `name : value`, filling lines. Such
//! calls are therefore printed as structure expressions, whose path ends with a mark.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote};
use syn::punctuated::Punctuated;

use super::{print_impl, print_item};

const MARK: &str = "__macro_call";

/// The maximum width of a line.
const WIDTH: usize = 100;

/// Prints a macro call that is an item, on one line if it fits.
pub(super) fn print_item_macro(item: syn::ItemMacro) -> String {
    if starts_impl(&item.mac.tokens)
        && let Ok(block) = item.mac.parse_body::<syn::ItemImpl>()
    {
        return print_block(&item.mac.path, block);
    }
    let Some(call) = structure_expression(&item.mac) else {
        return print_item(syn::Item::Macro(item));
    };
    let mut constant: syn::ItemConst = syn::parse_quote!(
        const _: () = ();
    );
    constant.expr = Box::new(call);
    let constant = print_item(syn::Item::Const(constant));
    let text = constant.strip_prefix("const _: () = ").unwrap_or(&constant);
    let text = unmark(text.strip_suffix(";\n").unwrap_or(text));
    let parts: Vec<_> = text.lines().map(str::trim).collect();
    let line = parts.join(" ").replace(", }", " }");
    let line = line.replace("[ ", "[").replace(", ]", "]");
    let is_short = line.len() <= WIDTH && !line.contains("///");
    let text = if is_short { line } else { text };
    text + "\n"
}

/// Returns `false` if `tokens` are certainly no `impl`: looking is cheaper than parsing in vain.
fn starts_impl(tokens: &TokenStream) -> bool {
    let first = tokens.clone().into_iter().next();
    match first {
        Some(TokenTree::Ident(name)) => ["impl", "unsafe", "default"].iter().any(|key| name == key),
        Some(TokenTree::Punct(punct)) => punct.as_char() == '#',
        Some(TokenTree::Group(_) | TokenTree::Literal(_)) | None => false,
    }
}

/// Prints a macro call whose argument is an `impl`.
fn print_block(path: &syn::Path, block: syn::ItemImpl) -> String {
    let path = path.to_token_stream().to_string().replace(' ', "");
    let mut text = format!("{path}! {{\n");
    for line in print_impl(block).lines() {
        let indent = if line.is_empty() { "" } else { "    " };
        text.push_str(&format!("{indent}{line}\n"));
    }
    text + "}\n"
}

/// Marks the macro call that is the value of a constant; [`unmark`] removes the mark from the text.
/// Returns `false` if the item is another.
pub(super) fn mark_constant(item: &mut syn::ImplItem) -> bool {
    if let syn::ImplItem::Const(constant) = item
        && let syn::Expr::Macro(value) = &constant.expr
        && let Some(call) = structure_expression(&value.mac)
    {
        constant.expr = call;
        return true;
    }
    false
}

/// Replaces the marks in printed text.
pub(super) fn unmark(text: &str) -> String {
    text.replace(&format!("::{MARK}"), "!")
}

/// Returns the call as a structure expression, or `None` if it has no named arguments in braces.
fn structure_expression(call: &syn::Macro) -> Option<syn::Expr> {
    if !matches!(call.delimiter, syn::MacroDelimiter::Brace(_)) || call.tokens.is_empty() {
        return None;
    }
    let fields = call.parse_body_with(Punctuated::parse_terminated).ok()?;
    let (path, mark) = (&call.path, format_ident!("{MARK}"));
    let path = syn::parse2(quote!(#path::#mark)).ok()?;
    Some(syn::Expr::Struct(syn::ExprStruct {
        attrs: Vec::new(),
        qself: None,
        path,
        brace_token: syn::token::Brace::default(),
        fields,
        dot2_token: None,
        rest: None,
    }))
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use crate::render::{Header, file};

    fn render(tokens: proc_macro2::TokenStream) -> String {
        let text = file(&Header::new("Tiny", "1"), "a.rs", tokens).expect("Rust");
        let (_, items) = text.split_once("\n\n").expect("a header");
        items.to_owned()
    }

    #[test]
    fn arguments_share_one_line_or_have_one_each() {
        let long = quote::format_ident!("{}", "long".repeat(20));
        let text = render(quote! {
            a::b! { c: D, e: [F(G)] }
            a::b! { c: #long, d: E { f, g } }
            impl H {
                const I: J = a::b! { c: "d : e" };
            }
            k!(l, m);
        });
        let expected = format!(
            "a::b! {{ c: D, e: [F(G)] }}\n\na::b! {{\n    c: {long},\n    d: E {{ f, g }},\n}}\n\n\
             impl H {{\n    const I: J = a::b! {{ c: \"d : e\" }};\n}}\n\nk!(l, m);\n"
        );
        assert_eq!(text, expected);
    }
    #[test]
    fn an_impl_as_argument_is_indented() {
        let text = render(quote! {
            a::b! {
                impl (C, D) {
                    /// E.
                    fn e() {}
                    fn f() {}
                }
            }
        });
        let expected = "a::b! {\n    impl (C, D) {\n        /// E.\n        fn e() {}\n\n        \
                        fn f() {}\n    }\n}\n";
        assert_eq!(text, expected);
    }
}
