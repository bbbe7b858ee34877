//! JMESPath, as far as models use it: in waiters, and for the parameters of endpoint rules.

use serde_json::Value;

use crate::ir::Comparison;

/// How deep expressions may lie in each other, and how long they may be.
const DEEPEST: usize = 32;
const LONGEST: usize = 2048;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// The value that it is about.
    Current,
    /// A member of what comes before.
    Member(Box<Expression>, String),
    /// Each element of what comes before; with `flat`, of the lists in it.
    Each { of: Box<Expression>, flat: bool },
    /// Each value of the map that comes before.
    Values(Box<Expression>),
    /// A list of several values, in what comes before.
    Select(Box<Expression>, Vec<Expression>),
    /// A value.
    Literal(Value),
    /// A function's value.
    Call(String, Vec<Expression>),
    /// A comparison.
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// Both.
    And(Box<Expression>, Box<Expression>),
    /// One or both.
    Or(Box<Expression>, Box<Expression>),
    /// The opposite.
    Not(Box<Expression>),
}

/// Reads an expression.
pub(super) fn parse(text: &str) -> Result<Expression, String> {
    if text.len() > LONGEST {
        return Err("a path is too long".to_owned());
    }
    let mut parser = Parser {
        whole: text,
        rest: text,
        depth: 0,
    };
    let expression = parser.or()?;
    match parser.peek() {
        None => Ok(expression),
        Some(_) => Err(parser.unexpected()),
    }
}

struct Parser<'a> {
    whole: &'a str,
    rest: &'a str,
    depth: usize,
}

type Parsed = Result<Expression, String>;

impl Parser<'_> {
    fn unexpected(&self) -> String {
        let (whole, rest) = (self.whole, self.rest.trim_start());
        match rest.is_empty() {
            true => format!("the path `{whole}` ends too early"),
            false => format!("the path `{whole}` cannot be followed from `{rest}` on"),
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

    fn or(&mut self) -> Parsed {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("a path lies too deep".to_owned());
        }
        let mut left = self.and()?;
        while self.eat("||") {
            left = Expression::Or(Box::new(left), Box::new(self.and()?));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn and(&mut self) -> Parsed {
        let mut left = self.comparison()?;
        while self.eat("&&") {
            left = Expression::And(Box::new(left), Box::new(self.comparison()?));
        }
        Ok(left)
    }

    fn comparison(&mut self) -> Parsed {
        let left = self.unary()?;
        // The longer ones first.
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
        let mut is_not = false;
        while self.peek() == Some('!') && !self.rest.starts_with("!=") {
            self.eat("!");
            is_not = !is_not;
        }
        let value = self.postfix()?;
        Ok(match is_not {
            true => Expression::Not(Box::new(value)),
            false => value,
        })
    }

    fn postfix(&mut self) -> Parsed {
        let mut value = self.primary()?;
        loop {
            value = if self.eat("[]") {
                let of = Box::new(value);
                Expression::Each { of, flat: true }
            } else if self.eat("[*]") {
                let of = Box::new(value);
                Expression::Each { of, flat: false }
            } else if self.eat(".") {
                self.part(value)?
            } else {
                return Ok(value);
            }
        }
    }

    /// What can follow a dot.
    fn part(&mut self, of: Expression) -> Parsed {
        let of = Box::new(of);
        if self.eat("*") {
            return Ok(Expression::Values(of));
        }
        if self.eat("[") {
            let parts = self.list("]")?;
            return match parts.is_empty() {
                true => Err(self.unexpected()),
                false => Ok(Expression::Select(of, parts)),
            };
        }
        Ok(Expression::Member(of, self.name()?))
    }

    /// Expressions up to `end`, which is eaten.
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
            // What stands before it is left out.
            Some('[') if self.rest.starts_with("[]") || self.rest.starts_with("[*]") => {
                Ok(Expression::Current)
            }
            Some('[' | '*') => self.part(Expression::Current),
            Some('\'') => {
                let text = self.quoted('\'')?.replace("\\'", "'");
                Ok(Expression::Literal(text.into()))
            }
            Some('`') => {
                let text = self.quoted('`')?.replace("\\`", "`");
                let value = serde_json::from_str(&text);
                // The older form of a text has no quotes of its own.
                Ok(Expression::Literal(value.unwrap_or(Value::String(text))))
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
            let text = format!("\"{}\"", self.quoted('"')?);
            return serde_json::from_str(&text).map_err(|_| self.unexpected());
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

    /// What stands between two of `quote`, escapes and all.
    fn quoted(&mut self, quote: char) -> Result<String, String> {
        let unexpected = self.unexpected();
        let text = self.rest.strip_prefix(quote).unwrap_or(self.rest);
        let mut escaped = false;
        for (at, c) in text.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                c if c == quote => {
                    self.rest = &text[at + c.len_utf8()..];
                    return Ok(text[..at].to_owned());
                }
                _ => {}
            }
        }
        Err(unexpected)
    }
}

#[cfg(test)]
mod tests;
