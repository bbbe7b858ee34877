//! ARNs in their parts.

/// The parts of an ARN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arn<'a> {
    /// `aws`, `aws-cn`, …
    pub partition: &'a str,
    /// `s3`, `ivs`, …
    pub service: &'a str,
    /// The region, or nothing.
    pub region: &'a str,
    /// The account, or nothing.
    pub account_id: &'a str,
    /// What names the resource, split at colons and slashes.
    pub resource_id: Vec<&'a str>,
}

/// The parts of `text`, where it is an ARN.
pub fn parse_arn(text: &str) -> Option<Arn<'_>> {
    let mut parts = text.splitn(6, ':');
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
    fn an_arn_has_parts() {
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
    fn what_is_none_has_no_parts() {
        for text in [
            "",
            "arn",
            "arn:aws:s3",
            "arn:aws:s3:::",
            "arn::s3:::bucket",
            "arn:aws::::bucket",
            "nra:aws:s3:::bucket",
            "11111111-2222-3333-4444-555555555555",
        ] {
            assert_eq!(parse_arn(text), None, "{text:?}");
        }
    }
}
