//! The layout of code in examples, which is that of rustfmt in the style of edition 2024.
//!
//! prettyplease breaks chains of calls and lists by other widths than rustfmt.

/// The maximum width of a line.
const WIDTH: usize = 100;
/// The maximum width of a chain of calls, of several arguments, and of a list on one line.
const SHORT: usize = 60;
/// The maximum width of an element of a list that is filled line by line.
const TINY: usize = 10;
const INDENT: usize = 4;

/// An expression.
#[derive(Clone, Debug)]
pub(super) enum Code {
    /// A literal, a path, or another expression that is never broken.
    Atom(String),
    /// The literal of a string of several lines, as the contents of each line.
    Lines(Vec<String>),
    /// A call of a function or macro.
    Call {
        /// The function's path, or the macro's name with `!`.
        function: String,
        arguments: Vec<Code>,
    },
    /// Calls of methods.
    Chain {
        /// The first receiver.
        root: String,
        methods: Vec<Method>,
    },
    /// A list in brackets.
    List {
        /// The text in front of the bracket: `vec!`, or nothing for an array.
        prefix: &'static str,
        elements: Vec<Code>,
    },
    /// A tuple of at least two values.
    Tuple(Vec<Code>),
}

/// A call of a method, or `await`.
#[derive(Clone, Debug)]
pub(super) struct Method {
    /// The name.
    pub(super) name: String,
    /// The arguments; `None` for `await`.
    pub(super) arguments: Option<Vec<Code>>,
    /// `true` if the operator `?` follows.
    pub(super) tries: bool,
}

impl Code {
    /// Returns the expression on one line.
    pub(super) fn one_line(&self) -> String {
        match self {
            Self::Atom(text) => text.clone(),
            Self::Lines(lines) => format!("\"{}\"", lines.concat()),
            Self::Call {
                function,
                arguments,
            } => format!("{function}({})", joined(arguments)),
            Self::Chain { root, methods } => {
                let methods = methods.iter().map(Method::one_line);
                format!("{root}{}", methods.collect::<String>())
            }
            Self::List { prefix, elements } => format!("{prefix}[{}]", joined(elements)),
            Self::Tuple(values) => format!("({})", joined(values)),
        }
    }

    /// Returns `true` if the expression stays on one line of this width.
    fn fits(&self, width: usize) -> bool {
        let is_short = |values: &[Code], short: usize| {
            let all_fit = values.iter().all(|value| value.fits(WIDTH));
            all_fit && (values.len() == 1 || joined(values).chars().count() <= short)
        };
        let length = self.length();
        let may_fit = match self {
            Self::Atom(_) | Self::Lines(_) => true,
            Self::Call { arguments, .. } | Self::Tuple(arguments) => is_short(arguments, SHORT),
            Self::List { elements, .. } => is_short(elements, SHORT),
            Self::Chain { methods, .. } => {
                let all_fit = methods.iter().all(|method| {
                    let mut arguments = method.arguments.iter();
                    arguments.all(|arguments| is_short(arguments, SHORT))
                });
                all_fit && (methods.len() == 1 || length <= SHORT)
            }
        };
        may_fit && length <= width
    }

    fn length(&self) -> usize {
        self.one_line().chars().count()
    }

    /// Returns the expression, whose first line begins after `used` characters, and after whose last
    /// line `after` characters follow. Other lines are indented by `indent` columns.
    pub(super) fn layout(&self, indent: usize, used: usize, after: usize) -> String {
        if self.fits(WIDTH.saturating_sub(used + after)) {
            return self.one_line();
        }
        match self {
            Self::Atom(text) => text.clone(),
            Self::Lines(lines) => {
                // A backslash skips the line break and the indent.
                let line_break = format!("\\{}", line_break(indent + 1));
                format!("\"{}\"", lines.join(&line_break))
            }
            Self::Call {
                function,
                arguments,
            } => {
                let comma = if function.ends_with('!') { "" } else { "," };
                let (open, close) = (format!("{function}("), ")");
                delimited(&open, arguments, close, comma, indent, used)
            }
            Self::List { prefix, elements } => {
                delimited(&format!("{prefix}["), elements, "]", ",", indent, used)
            }
            Self::Tuple(values) => delimited("(", values, ")", ",", indent, used),
            Self::Chain { root, methods } => {
                let inner = indent + INDENT;
                let mut text = root.clone();
                for method in methods {
                    text.push_str(&line_break(inner));
                    text.push_str(&method.layout(inner));
                }
                text
            }
        }
    }

    /// Returns `true` if rustfmt breaks the only argument of a call inside, instead of putting it on
    /// lines between the parentheses.
    fn overflows(&self) -> bool {
        matches!(self, Self::Call { .. } | Self::List { .. } | Self::Tuple(_))
    }
}

impl Method {
    fn suffix(&self) -> &'static str {
        if self.tries { "?" } else { "" }
    }

    fn one_line(&self) -> String {
        let suffix = self.suffix();
        match &self.arguments {
            None => format!(".{}{suffix}", self.name),
            Some(arguments) => format!(".{}({}){suffix}", self.name, joined(arguments)),
        }
    }

    /// Returns the call as a line of a broken chain, or as several lines.
    fn layout(&self, indent: usize) -> String {
        let Some(arguments) = &self.arguments else {
            return self.one_line();
        };
        let function = format!(".{}", self.name);
        let suffix = self.suffix();
        let call = Code::Call {
            function,
            arguments: arguments.clone(),
        };
        call.layout(indent, indent, suffix.len()) + suffix
    }
}

/// Returns values between delimiters, on several lines.
fn delimited(
    open: &str,
    values: &[Code],
    close: &str,
    comma: &str,
    indent: usize,
    used: usize,
) -> String {
    // After a name of at most two letters, rustfmt also breaks a chain inside.
    let is_short = open.chars().count() <= INDENT;
    if let [only] = values
        && (only.overflows() || is_short && matches!(only, Code::Chain { .. }))
    {
        let used = used + open.chars().count();
        return format!("{open}{}{close}", only.layout(indent, used, close.len()));
    }
    let inner = indent + INDENT;
    let mut text = open.to_owned();
    let is_tiny = |value: &Code| value.length() <= TINY;
    if values.len() > 1 && open.ends_with('[') && values.iter().all(is_tiny) {
        let items: Vec<_> = values.iter().map(Code::one_line).collect();
        text.push_str(&filled(&items, inner));
    } else {
        for (index, value) in values.iter().enumerate() {
            let is_last = index + 1 == values.len();
            text.push_str(&line_break(inner));
            text.push_str(&value.layout(inner, inner, 1));
            text.push_str(if is_last { comma } else { "," });
        }
    }
    text + &line_break(indent) + close
}

/// Returns items on as few lines as possible, each line after a line break.
pub(super) fn filled(items: &[String], indent: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if indent + line.len() + 1 + item.len() < WIDTH => {
                line.push(' ');
                line.push_str(item);
                line.push(',');
            }
            _ => lines.push(format!("{item},")),
        }
    }
    let lines = lines.iter().map(|line| line_break(indent) + line);
    lines.collect()
}

fn joined(values: &[Code]) -> String {
    let values: Vec<_> = values.iter().map(Code::one_line).collect();
    values.join(", ")
}

fn line_break(indent: usize) -> String {
    format!("\n{}", " ".repeat(indent))
}

/// Returns the statement that binds the value to `pattern`.
pub(super) fn binding(pattern: &str, value: &Code) -> String {
    let start = format!("let {pattern} = ");
    let used = start.chars().count();
    // A chain of one call is not broken.
    let is_single = matches!(value, Code::Chain { methods, .. } if methods.len() == 1);
    if is_single && !value.fits(WIDTH.saturating_sub(used + 1)) {
        let text = value.layout(INDENT, INDENT, 1);
        return format!("let {pattern} ={}{text};", line_break(INDENT));
    }
    format!("{start}{};", value.layout(0, used, 1))
}

/// Returns the expression as a statement.
pub(super) fn statement(value: &Code) -> String {
    value.layout(0, 0, 1) + ";"
}

#[cfg(test)]
mod tests;
