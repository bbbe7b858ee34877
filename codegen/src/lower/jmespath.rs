//! Parses the part of JMESPath that models use in waiters and for endpoint parameters.

use serde_json::Value;

use crate::ast::parse_json;
use crate::ir::Comparison;

/// The maximum depth of nested expressions.
const MAX_DEPTH: usize = 32;

/// The maximum number of operators and steps, which syntax trees of the path nest.
const MAX_PARTS: usize = 128;

/// The maximum length of a path in bytes.
const MAX_LENGTH: usize = 2048;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// The value that the expression is applied to.
    Current,
    /// A member of a structure.
    Member(Box<Expression>, String),
    /// Each element of a list; with `flat`, nested lists are flattened.
    Each { list: Box<Expression>, flat: bool },
    /// Each value of a map.
    Values(Box<Expression>),
    /// A list of several values of a structure.
    Select(Box<Expression>, Vec<Expression>),
    /// A literal value.
    Literal(Value),
    /// A function call.
    Call(String, Vec<Expression>),
    /// A comparison.
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// `&&`
    And(Box<Expression>, Box<Expression>),
    /// `||`
    Or(Box<Expression>, Box<Expression>),
    /// `!`
    Not(Box<Expression>),
}

/// Parses an expression.
///
/// # Errors
/// The reason why the generator cannot parse it.
pub(super) fn parse(path: &str) -> Result<Expression, String> {
    if path.len() > MAX_LENGTH {
        return Err(format!("the path is longer than {MAX_LENGTH} bytes"));
    }
    let mut parser = Parser {
        path,
        rest: path,
        depth: 0,
        parts: 0,
    };
    let expression = parser.or()?;
    match parser.peek() {
        None => Ok(expression),
        Some(_) => Err(parser.unexpected()),
    }
}

struct Parser<'a> {
    path: &'a str,
    rest: &'a str,
    depth: usize,
    parts: usize,
}

type Parsed = Result<Expression, String>;

impl Parser<'_> {
    fn unexpected(&self) -> String {
        let (path, rest) = (self.path, self.rest.trim_start());
        match rest.is_empty() {
            true => format!("the path `{path}` ends too early"),
            false => format!("the path `{path}` cannot be parsed at `{rest}`"),
        }
    }

    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn eat(&mut self, token: &str) -> bool {
        self.peek();
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        match self.eat(token) {
            true => Ok(()),
            false => Err(self.unexpected()),
        }
    }

    /// Counts an operator or step.
    fn count(&mut self) -> Result<(), String> {
        self.parts += 1;
        match self.parts > MAX_PARTS {
            true => Err(format!("the path has more than {MAX_PARTS} parts")),
            false => Ok(()),
        }
    }

    fn or(&mut self) -> Parsed {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(format!(
                "the path is nested more than {MAX_DEPTH} levels deep"
            ));
        }
        let mut left = self.and()?;
        while self.eat("||") {
            self.count()?;
            left = Expression::Or(Box::new(left), Box::new(self.and()?));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn and(&mut self) -> Parsed {
        let mut left = self.comparison()?;
        while self.eat("&&") {
            self.count()?;
            left = Expression::And(Box::new(left), Box::new(self.comparison()?));
        }
        Ok(left)
    }

    fn comparison(&mut self) -> Parsed {
        let left = self.unary()?;
        // Longer operators come first.
        let comparisons = [
            ("==", Comparison::Equal),
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        for (token, comparison) in comparisons {
            if self.eat(token) {
                let right = Box::new(self.unary()?);
                return Ok(Expression::Compare(comparison, Box::new(left), right));
            }
        }
        Ok(left)
    }

    fn unary(&mut self) -> Parsed {
        let mut is_negated = false;
        while self.peek() == Some('!') && !self.rest.starts_with("!=") {
            self.eat("!");
            is_negated = !is_negated;
        }
        let value = self.postfix()?;
        Ok(match is_negated {
            true => Expression::Not(Box::new(value)),
            false => value,
        })
    }

    fn postfix(&mut self) -> Parsed {
        let mut value = self.primary()?;
        loop {
            value = if self.eat("[]") {
                let list = Box::new(value);
                Expression::Each { list, flat: true }
            } else if self.eat("[*]") {
                let list = Box::new(value);
                Expression::Each { list, flat: false }
            } else if self.eat(".") {
                self.part(value)?
            } else {
                return Ok(value);
            };
            self.count()?;
        }
    }

    /// Parses the part of a path after a dot.
    fn part(&mut self, holder: Expression) -> Parsed {
        let holder = Box::new(holder);
        if self.eat("*") {
            return Ok(Expression::Values(holder));
        }
        if self.eat("[") {
            let parts = self.list("]")?;
            return match parts.is_empty() {
                true => Err(self.unexpected()),
                false => Ok(Expression::Select(holder, parts)),
            };
        }
        Ok(Expression::Member(holder, self.name()?))
    }

    /// Parses a comma-separated list up to and including `end`.
    fn list(&mut self, end: &str) -> Result<Vec<Expression>, String> {
        let mut list = Vec::new();
        while !self.eat(end) {
            if !list.is_empty() {
                self.expect(",")?;
            }
            list.push(self.or()?);
        }
        Ok(list)
    }

    fn primary(&mut self) -> Parsed {
        match self.peek() {
            Some('(') => {
                self.eat("(");
                let value = self.or()?;
                self.expect(")")?;
                Ok(value)
            }
            Some('@') => {
                self.eat("@");
                Ok(Expression::Current)
            }
            // The operand before `[]` or `[*]` is implicit.
            Some('[') if self.rest.starts_with("[]") || self.rest.starts_with("[*]") => {
                Ok(Expression::Current)
            }
            Some('[' | '*') => self.part(Expression::Current),
            Some('\'') => {
                let string = self.quoted('\'')?.replace("\\'", "'");
                Ok(Expression::Literal(string.into()))
            }
            Some('`') => {
                let json = self.quoted('`')?.replace("\\`", "`");
                let value = parse_json(&json);
                // Old string literals have no quotes.
                Ok(Expression::Literal(value.unwrap_or(Value::String(json))))
            }
            _ => {
                let name = self.name()?;
                if !self.eat("(") {
                    return Ok(Expression::Member(Box::new(Expression::Current), name));
                }
                Ok(Expression::Call(name, self.list(")")?))
            }
        }
    }

    fn name(&mut self) -> Result<String, String> {
        if self.peek() == Some('"') {
            let json = format!("\"{}\"", self.quoted('"')?);
            return serde_json::from_str(&json).map_err(|_| self.unexpected());
        }
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(self.unexpected());
        }
        self.rest = rest;
        Ok(name.to_owned())
    }

    /// Returns the string between two quotes, with its escapes.
    fn quoted(&mut self, quote: char) -> Result<String, String> {
        let unexpected = self.unexpected();
        let after_quote = self.rest.strip_prefix(quote).unwrap_or(self.rest);
        let mut escaped = false;
        for (at, c) in after_quote.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                c if c == quote => {
                    self.rest = &after_quote[at + c.len_utf8()..];
                    return Ok(after_quote[..at].to_owned());
                }
                _ => {}
            }
        }
        Err(unexpected)
    }
}

#[cfg(test)]
mod tests;
