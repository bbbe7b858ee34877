//! Parsing of ARNs.

/// The parts of an ARN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arn<'a> {
    /// The partition, such as `aws` or `aws-cn`.
    pub partition: &'a str,
    /// The service, such as `s3` or `ivs`.
    pub service: &'a str,
    /// The region, which may be empty.
    pub region: &'a str,
    /// The account ID, which may be empty.
    pub account_id: &'a str,
    /// The resource ID, split at colons and slashes.
    pub resource_id: Vec<&'a str>,
}

/// Parses an ARN, or returns `None` if `arn` is not one.
pub fn parse_arn(arn: &str) -> Option<Arn<'_>> {
    let mut parts = arn.splitn(6, ':');
    let mut next = || parts.next();
    if next()? != "arn" {
        return None;
    }
    let (partition, service) = (next()?, next()?);
    let (region, account_id, resource) = (next()?, next()?, next()?);
    if [partition, service, resource].contains(&"") {
        return None;
    }
    Some(Arn {
        partition,
        service,
        region,
        account_id,
        resource_id: resource.split([':', '/']).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Arn, parse_arn};

    #[test]
    fn an_arn_is_split_into_parts() {
        let arn = parse_arn("arn:aws:ivs:us-west-2:123456789012:channel/abc:1");
        let expected = Arn {
            partition: "aws",
            service: "ivs",
            region: "us-west-2",
            account_id: "123456789012",
            resource_id: vec!["channel", "abc", "1"],
        };
        assert_eq!(arn, Some(expected));
    }

    #[test]
    fn region_and_account_may_be_empty() {
        let arn = parse_arn("arn:aws-cn:s3:::bucket").expect("an ARN");
        assert_eq!((arn.region, arn.account_id), ("", ""));
        assert_eq!(arn.resource_id, ["bucket"]);
        let arn = parse_arn("arn:aws:x:::/a//").expect("an ARN");
        assert_eq!(arn.resource_id, ["", "a", "", ""]);
    }

    #[test]
    fn other_strings_are_not_arns() {
        for string in [
            "",
            "arn",
            "arn:aws:s3",
            "arn:aws:s3:::",
            "arn::s3:::bucket",
            "arn:aws::::bucket",
            "nra:aws:s3:::bucket",
            "11111111-2222-3333-4444-555555555555",
        ] {
            assert_eq!(parse_arn(string), None, "{string:?}");
        }
    }
}
