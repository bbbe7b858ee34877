//! `Debug` output with another type name, for builders that wrap the structure they build.

use std::fmt::{self, Write};

/// Prints the structure `value` with the type name `name`.
///
/// # Errors
/// If the formatter fails.
pub fn renamed(f: &mut fmt::Formatter<'_>, name: &str, value: &dyn fmt::Debug) -> fmt::Result {
    let alternate = f.alternate();
    f.write_str(name)?;
    let mut writer = SkipName {
        out: f,
        in_name: true,
    };
    if alternate {
        write!(writer, "{value:#?}")
    } else {
        write!(writer, "{value:?}")
    }
}

/// A writer that forwards everything after the initial type name to `out`.
struct SkipName<'a, 'f> {
    out: &'a mut fmt::Formatter<'f>,
    in_name: bool,
}

impl Write for SkipName<'_, '_> {
    fn write_str(&mut self, output: &str) -> fmt::Result {
        if !self.in_name {
            return self.out.write_str(output);
        }
        match output.find(' ') {
            Some(end) => {
                self.in_name = false;
                self.out.write_str(&output[end..])
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt;

    use super::renamed;

    #[derive(Debug)]
    struct Value {
        _member: Option<&'static str>,
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
        let value = Value {
            _member: Some("a b"),
        };
        let plain = format!("{value:?}").replacen("Value", "Builder", 1);
        let pretty = format!("{value:#?}").replacen("Value", "Builder", 1);
        assert_eq!(
            format!(
                "{:?}",
                Named(Value {
                    _member: Some("a b")
                })
            ),
            plain
        );
        assert_eq!(format!("{:#?}", Named(value)), pretty);
        assert_eq!(format!("{:?}", Named(Empty {})), "Builder");
    }
}
