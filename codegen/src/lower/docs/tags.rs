//! The meaning of tags: those of HTML, and those in the documentation of AWS.

/// The effect of an element on text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Bold,
    Italic,
    Code,
    Link,
    Image,
    LineBreak,
    /// Has no effect, and does not end a paragraph.
    Inline,
    /// Ends a paragraph.
    Block,
    Heading(usize),
    CodeBlock,
    List,
    Numbered,
    Item,
    Term,
    Description,
    Quote(Option<&'static str>),
    Table,
    Row,
    Cell,
    HeadCell,
    /// Omitted with its content.
    Hidden,
}

impl Tag {
    /// Returns the tag with a name in lower case, if it is known.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "b" | "strong" | "guilabel" | "guibutton" | "guimenu" | "guisubmenu"
            | "guimenuitem" => Self::Bold,
            "i" | "em" | "replaceable" | "cite" | "dfn" | "var" | "emphasis" | "citetitle" => {
                Self::Italic
            }
            "code" | "tt" | "kbd" | "samp" | "literal" | "userinput" | "parameter" | "filename"
            | "command" => Self::Code,
            "a" | "ulink" | "link" => Self::Link,
            "img" => Self::Image,
            "br" => Self::LineBreak,
            "span" | "u" | "s" | "del" | "ins" | "small" | "big" | "sub" | "sup" | "mark" | "q"
            | "abbr" | "acronym" | "font" | "time" | "wbr" | "label" | "phrase" => Self::Inline,
            "p" | "para" | "simpara" | "div" | "section" | "article" | "header" | "footer"
            | "main" | "aside" | "nav" | "body" | "html" | "head" | "center" | "hr" | "thead"
            | "tbody" | "tfoot" | "colgroup" | "col" | "figure" | "figcaption" | "details"
            | "summary" | "note_title" | "dlentry" => Self::Block,
            "h1" | "fullname" | "title" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "pre" | "programlisting" | "screen" | "codeblock" | "xmp" => Self::CodeBlock,
            "ul" | "itemizedlist" | "menu" | "dl" | "variablelist" => Self::List,
            "ol" | "orderedlist" => Self::Numbered,
            "li" | "listitem" => Self::Item,
            "dt" | "term" => Self::Term,
            "dd" => Self::Description,
            "blockquote" => Self::Quote(None),
            "note" => Self::Quote(Some("Note")),
            "important" => Self::Quote(Some("Important")),
            "caution" => Self::Quote(Some("Caution")),
            "warning" => Self::Quote(Some("Warning")),
            "tip" => Self::Quote(Some("Tip")),
            "table" | "informaltable" => Self::Table,
            "tr" | "row" => Self::Row,
            "td" | "entry" => Self::Cell,
            "th" => Self::HeadCell,
            "caption" => Self::Block,
            "script" | "style" | "template" => Self::Hidden,
            _ => return None,
        })
    }

    /// Returns `true` if Markdown allows the tag within a line.
    pub(super) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Bold
                | Self::Italic
                | Self::Code
                | Self::Link
                | Self::Image
                | Self::LineBreak
                | Self::Inline
        )
    }
}

/// Returns `true` if a start tag of this name is a tag even if it is never closed. Other names are
/// also used as placeholders in text: `<filename>`.
pub(super) fn may_be_unclosed(name: &str) -> bool {
    matches!(
        name,
        "p" | "br"
            | "li"
            | "dt"
            | "dd"
            | "tr"
            | "td"
            | "th"
            | "ul"
            | "ol"
            | "dl"
            | "b"
            | "i"
            | "em"
            | "strong"
            | "a"
            | "code"
            | "pre"
            | "div"
            | "span"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "img"
            | "para"
    )
}

/// Returns the tag at the start of a text, unless it may be a placeholder.
pub(super) fn at_start(source: &str) -> Option<Tag> {
    let rest = source.strip_prefix('<')?;
    let is_end_tag = rest.starts_with('/');
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let name = &rest[..end.unwrap_or(rest.len())];
    // Known names have at most 16 characters; longer names are not copied.
    if name.len() > 16 {
        return None;
    }
    let name = name.to_ascii_lowercase();
    Tag::from_name(&name).filter(|_| is_end_tag || may_be_unclosed(&name))
}

#[cfg(test)]
mod tests {
    use super::{Tag, at_start};

    #[test]
    fn tags_are_recognized_by_name() {
        for (source, tag) in [
            ("<p>", Some(Tag::Block)),
            ("</P >", Some(Tag::Block)),
            ("<a href='x'>", Some(Tag::Link)),
            ("<br/>", Some(Tag::LineBreak)),
            ("<h3>", Some(Tag::Heading(3))),
            ("</note", Some(Tag::Quote(Some("Note")))),
            ("<filename>", None),
            ("</filename>", Some(Tag::Code)),
            ("<String>", None),
            ("<", None),
            ("p", None),
        ] {
            assert_eq!(at_start(source), tag, "{source}");
        }
    }

    #[test]
    fn only_inline_tags_may_be_within_a_line() {
        assert!(Tag::Code.is_inline() && Tag::LineBreak.is_inline());
        assert!(!Tag::Block.is_inline() && !Tag::Item.is_inline() && !Tag::Hidden.is_inline());
    }
}
