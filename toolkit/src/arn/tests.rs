use super::{Arn, ArnError, ResourceType};

#[test]
fn every_type_survives_a_round_trip() {
    for kind in ResourceType::ALL {
        let arn = Arn::new("aws", "eu-west-1", "123456789012", kind, "a-B9").expect("valid");
        assert_eq!(arn.to_string().parse(), Ok(arn));
    }
}

#[test]
fn other_partitions_are_accepted() {
    let arn = "arn:aws-us-gov:ivs:us-gov-west-1:123456789012:channel/a";
    assert_eq!(
        arn.parse::<Arn>().map(|arn| arn.to_string()).as_deref(),
        Ok(arn)
    );
}

#[test]
fn each_fault_has_its_error() {
    let cases = [
        ("", ArnError::Form),
        ("arn:aws:ivs:us-west-2:123456789012", ArnError::Form),
        (
            "arn:aws:ivs:us-west-2:123456789012:channel:a",
            ArnError::Form,
        ),
        (
            "urn:aws:ivs:us-west-2:123456789012:channel/a",
            ArnError::Form,
        ),
        (
            "arn::ivs:us-west-2:123456789012:channel/a",
            ArnError::Partition,
        ),
        (
            "arn:aws:ivschat:us-west-2:123456789012:room/a",
            ArnError::Service,
        ),
        ("arn:aws:ivs::123456789012:channel/a", ArnError::Region),
        (
            "arn:aws:ivs:us-west-2:12345678901:channel/a",
            ArnError::Account,
        ),
        (
            "arn:aws:ivs:us-west-2:123456789012:stage/a",
            ArnError::ResourceType,
        ),
        ("arn:aws:ivs:us-west-2:123456789012:channel/", ArnError::Id),
        (
            "arn:aws:ivs:us-west-2:123456789012:channel/a ",
            ArnError::Id,
        ),
    ];
    for (arn, error) in cases {
        assert_eq!(arn.parse::<Arn>(), Err(error), "{arn}");
    }
    let arn = |length| {
        format!(
            "arn:aws:ivs:us-west-2:123456789012:channel/{}",
            "a".repeat(length)
        )
    };
    assert_eq!(arn(85).len(), 128);
    assert!(arn(85).parse::<Arn>().is_ok());
    assert_eq!(arn(86).parse::<Arn>(), Err(ArnError::Length));
}
