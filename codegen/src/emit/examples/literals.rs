//! Literals and the parts of expressions.

use proc_macro2::Literal;

use super::layout::{Code, Method};
use crate::ir::Scalar;

/// Returns a floating-point number, possibly NaN or infinite.
pub(super) fn float(scalar: Scalar, value: f64) -> Code {
    let ty = match scalar {
        Scalar::F32 => "f32",
        _ => "f64",
    };
    if value.is_nan() {
        atom(format!("{ty}::NAN"))
    } else if value == f64::INFINITY {
        atom(format!("{ty}::INFINITY"))
    } else if value == f64::NEG_INFINITY {
        atom(format!("{ty}::NEG_INFINITY"))
    } else {
        match scalar {
            // Clippy reports digits that the type does not have.
            Scalar::F32 => atom(Literal::f32_unsuffixed(value as f32)),
            _ => atom(Literal::f64_unsuffixed(value)),
        }
    }
}

/// Returns an integer with underscores between groups of three digits, if it has at least five.
pub(super) fn grouped(number: &str) -> String {
    let (sign, digits) = number.split_at(usize::from(number.starts_with('-')));
    if digits.len() < 5 {
        return number.to_owned();
    }
    let mut grouped = sign.to_owned();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}

/// Returns bytes as a string if they are printable.
pub(super) fn bytes(bytes: &[u8]) -> Code {
    match std::str::from_utf8(bytes) {
        Ok(string) => self::string(string),
        Err(_) => atom(Literal::byte_string(bytes)),
    }
}

/// Returns a literal, which is raw if that is easier to read.
pub(super) fn literal(string: &str) -> String {
    let escaped = Literal::string(string).to_string();
    let has_other_escapes = string.contains(|c: char| c.escape_debug().len() > 1 && c != '"');
    if string.contains('"') && !has_other_escapes && !string.contains("\"#") {
        return format!("r#\"{string}\"#");
    }
    escaped
}

/// Returns the contents of the literal of each line, if a backslash may separate them.
fn lines(string: &str) -> Option<Vec<String>> {
    let lines: Vec<&str> = string.split_inclusive('\n').collect();
    // After a backslash, Rust skips spaces. rustdoc hides lines that begin with `#`.
    let is_changed = |line: &&str| line.starts_with(|c: char| c.is_whitespace() || c == '#');
    if lines.len() < 2 || lines.iter().any(is_changed) {
        return None;
    }
    let contents = lines.iter().map(|line| {
        let literal = Literal::string(line).to_string();
        literal[1..literal.len() - 1].to_owned()
    });
    Some(contents.collect())
}

/// Returns a string literal.
pub(super) fn string(string: &str) -> Code {
    match lines(string) {
        Some(lines) => Code::Lines(lines),
        None => Code::Atom(literal(string)),
    }
}

/// Returns an expression that is never broken.
pub(super) fn atom(text: impl std::fmt::Display) -> Code {
    Code::Atom(text.to_string())
}

/// Returns a call of a function or macro.
pub(super) fn call(function: &str, arguments: Vec<Code>) -> Code {
    Code::Call {
        function: function.to_owned(),
        arguments,
    }
}

/// Returns a value in `Some`.
pub(super) fn some(value: Code) -> Code {
    call("Some", vec![value])
}

/// Returns a call of a method.
pub(super) fn method(name: &str, arguments: Vec<Code>) -> Method {
    Method {
        name: name.to_owned(),
        arguments: Some(arguments),
        tries: false,
    }
}

/// Returns the call with the operator `?` after it.
pub(super) fn tried(call: Method) -> Method {
    Method {
        tries: true,
        ..call
    }
}
