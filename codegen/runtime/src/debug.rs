//! Debug text under another name: a builder holds the structure that it builds, and prints like it.

use std::fmt::{self, Write};

/// Prints `value`, a structure, as if its type were called `name`.
///
/// # Errors
/// As the formatter's.
pub fn renamed(f: &mut fmt::Formatter<'_>, name: &str, value: &dyn fmt::Debug) -> fmt::Result {
    let alternate = f.alternate();
    f.write_str(name)?;
    let mut rest = AfterName {
        out: f,
        in_name: true,
    };
    if alternate {
        write!(rest, "{value:#?}")
    } else {
        write!(rest, "{value:?}")
    }
}

/// Hands on what comes after the name at the start.
struct AfterName<'a, 'f> {
    out: &'a mut fmt::Formatter<'f>,
    in_name: bool,
}

impl Write for AfterName<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !self.in_name {
            return self.out.write_str(text);
        }
        match text.find(' ') {
            Some(end) => {
                self.in_name = false;
                self.out.write_str(&text[end..])
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::renamed;
    use std::fmt;

    #[derive(Debug)]
    struct Value {
        _text: Option<&'static str>,
    }

    #[derive(Debug)]
    struct Empty {}

    struct Named<T>(T);

    impl<T: fmt::Debug> fmt::Debug for Named<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            renamed(f, "Builder", &self.0)
        }
    }

    #[test]
    fn only_the_name_differs() {
        let value = Value { _text: Some("a b") };
        let plain = format!("{value:?}").replacen("Value", "Builder", 1);
        let pretty = format!("{value:#?}").replacen("Value", "Builder", 1);
        assert_eq!(format!("{:?}", Named(Value { _text: Some("a b") })), plain);
        assert_eq!(format!("{:#?}", Named(value)), pretty);
        assert_eq!(format!("{:?}", Named(Empty {})), "Builder");
    }
}
