//! Tests of failover slate configurations.

use super::*;

fn state(service: &Service, arn: &str) -> String {
    let output = call(
        service,
        "GetFailoverSlateConfiguration",
        json!({ "arn": arn }),
    );
    string(&output, "/failoverSlateConfiguration/state")
}

#[test]
fn configuration_is_created_updated_and_deleted() {
    let service = service();
    let created = call(
        &service,
        "CreateFailoverSlateConfiguration",
        json!({ "name": "a" }),
    );
    let arn = string(&created, "/failoverSlateConfiguration/arn");
    let mut expected = json!({
        "arn": arn,
        "name": "a",
        "activationThresholdSeconds": 3,
        "minSlateDisplaySeconds": 3,
        "maxSlateDisplaySeconds": 60,
        "state": "CREATING",
        "tags": {},
    });
    assert_eq!(created, json!({ "failoverSlateConfiguration": expected }));
    let unsettled = error(
        &service,
        "UpdateFailoverSlateConfiguration",
        json!({ "arn": arn }),
    );
    assert_eq!(unsettled, "ConflictException");
    for (member, value) in [
        ("activationThresholdSeconds", json!(5)),
        ("minSlateDisplaySeconds", json!(10)),
        ("maxSlateDisplaySeconds", json!(180)),
        ("name", json!("b")),
    ] {
        assert_eq!(state(&service, &arn), "CREATED");
        expected[member] = value.clone();
        expected["state"] = json!("UPDATING");
        let update = json!({ "arn": arn, member: value });
        let updated = call(&service, "UpdateFailoverSlateConfiguration", update);
        assert_eq!(updated["failoverSlateConfiguration"], expected, "{member}");
    }
    expected["state"] = json!("CREATED");
    let listed = call(&service, "ListFailoverSlateConfigurations", json!({}));
    assert_eq!(listed, json!({ "failoverSlateConfigurations": [expected] }));
    let channel = channel(&service, json!({ "failoverSlateConfigurationArn": arn }));
    let delete = json!({ "arn": arn });
    let used = error(&service, "DeleteFailoverSlateConfiguration", delete.clone());
    assert_eq!(used, "ConflictException");
    call(
        &service,
        "UpdateChannel",
        json!({ "arn": channel, "failoverSlateConfigurationArn": "" }),
    );
    call(&service, "DeleteFailoverSlateConfiguration", delete.clone());
    let gone = error(&service, "DeleteFailoverSlateConfiguration", delete);
    assert_eq!(gone, "ResourceNotFoundException");
}

#[test]
fn failed_creation_is_final() {
    let service = service();
    let arn = slate(&service);
    service.control().settle(&arn, true).unwrap();
    assert_eq!(state(&service, &arn), "CREATE_FAILED");
    let update = error(
        &service,
        "UpdateFailoverSlateConfiguration",
        json!({ "arn": arn }),
    );
    assert_eq!(update, "ConflictException");
    call(
        &service,
        "DeleteFailoverSlateConfiguration",
        json!({ "arn": arn }),
    );
}
