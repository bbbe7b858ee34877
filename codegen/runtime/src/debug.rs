//! `Debug` output with another type name, for builders that wrap the structure they build.

use std::fmt::{self, Write};

use aws_smithy_types::error::ErrorMetadata;

/// Returns the label of a field in `Debug`: its identifier, without the prefix of a raw one.
pub fn label(field: &'static str) -> &'static str {
    field.trim_start_matches("r#")
}

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

/// Prints the error `value`, whose last field is empty metadata, with the type name `name` and with
/// `meta` in place of this field.
///
/// # Errors
/// If the formatter fails.
pub fn renamed_error(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    value: &dyn fmt::Debug,
    meta: &Option<ErrorMetadata>,
) -> fmt::Result {
    /// The last field of a structure, with the end of the structure.
    #[derive(Debug)]
    #[expect(dead_code, reason = "only printed")]
    struct Last<'a> {
        meta: &'a dyn fmt::Debug,
    }
    let alternate = f.alternate();
    let print = |value: &dyn fmt::Debug| match alternate {
        true => format!("{value:#?}"),
        false => format!("{value:?}"),
    };
    let last = |meta: &dyn fmt::Debug| print(&Last { meta }).split_off("Last {".len());
    let value = print(value);
    let fields = value.split_once(' ').map_or("", |(_, fields)| fields);
    let separator = if alternate { "" } else { "," };
    let empty = format!("{separator}{}", last(&ErrorMetadata::default()));
    match fields.strip_suffix(&empty) {
        Some(fields) => write!(f, "{name} {fields}{separator}{}", last(meta)),
        // There is no other field.
        None => write!(f, "{name} {{{}", last(meta)),
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

    use aws_smithy_types::error::ErrorMetadata;

    use super::{renamed, renamed_error};

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

    struct Builder<'a>(&'static str, &'a dyn fmt::Debug, &'a Option<ErrorMetadata>);

    impl fmt::Debug for Builder<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            renamed_error(f, self.0, self.1, self.2)
        }
    }

    fn same(
        name: &'static str,
        value: &dyn fmt::Debug,
        meta: &Option<ErrorMetadata>,
        expected: &dyn fmt::Debug,
    ) {
        let builder = Builder(name, value, meta);
        assert_eq!(format!("{builder:?}"), format!("{expected:?}"));
        assert_eq!(format!("{builder:#?}"), format!("{expected:#?}"));
        // Within another value, all lines are indented.
        assert_eq!(format!("{:#?}", [builder]), format!("{:#?}", [expected]));
    }

    #[test]
    fn unset_metadata_of_an_error_is_printed_as_an_option() {
        #[derive(Debug)]
        #[expect(dead_code, reason = "only printed")]
        struct Gone {
            _message: Option<&'static str>,
            meta: ErrorMetadata,
        }

        #[derive(Debug)]
        #[expect(dead_code, reason = "only printed")]
        struct Bare {
            meta: ErrorMetadata,
        }

        #[derive(Debug)]
        #[expect(dead_code, reason = "only printed")]
        struct GoneBuilder {
            _message: Option<&'static str>,
            meta: Option<ErrorMetadata>,
        }

        #[derive(Debug)]
        #[expect(dead_code, reason = "only printed")]
        struct BareBuilder {
            meta: Option<ErrorMetadata>,
        }

        let set = ErrorMetadata::builder().code("C").build();
        for meta in [None, Some(ErrorMetadata::default()), Some(set)] {
            let gone = Gone {
                _message: Some("meta: ErrorMetadata {"),
                meta: ErrorMetadata::default(),
            };
            let expected = GoneBuilder {
                _message: gone._message,
                meta: meta.clone(),
            };
            same("GoneBuilder", &gone, &meta, &expected);
            let bare = Bare {
                meta: ErrorMetadata::default(),
            };
            let expected = BareBuilder { meta: meta.clone() };
            same("BareBuilder", &bare, &meta, &expected);
        }
    }
}
