//! Tests of accounts and regions, which do not see each other's resources.

use super::*;

#[test]
fn resources_belong_to_an_account_and_region() {
    let service = service();
    let arn = channel(&service, json!({}));
    let callers = [
        Caller {
            region: "us-east-1".to_owned(),
            ..caller()
        },
        Caller {
            account: "000000000000".to_owned(),
            ..caller()
        },
    ];
    for caller in &callers {
        let call = |operation: &str, input: Value| service.call(operation, object(input), caller);
        let error = call("GetChannel", json!({ "arn": arn })).unwrap_err();
        assert_eq!(error.code, "ResourceNotFoundException");
        assert_eq!(
            Value::Object(call("ListChannels", json!({})).unwrap()),
            json!({ "channels": [] })
        );
        let created = Value::Object(call("CreateChannel", json!({})).unwrap());
        let place = format!("arn:aws:ivs:{}:{}:channel/", caller.region, caller.account);
        assert!(string(&created, "/channel/arn").starts_with(&place));
    }
    let listed = call(&service, "ListChannels", json!({}));
    assert_eq!(listed["channels"].as_array().unwrap().len(), 1);
}

#[test]
fn page_tokens_belong_to_an_account_and_region() {
    let service = service();
    channel(&service, json!({}));
    channel(&service, json!({}));
    let page = call(&service, "ListChannels", json!({ "maxResults": 1 }));
    let elsewhere = Caller {
        region: "us-east-1".to_owned(),
        ..caller()
    };
    let input = object(json!({ "nextToken": page["nextToken"] }));
    let error = service.call("ListChannels", input, &elsewhere).unwrap_err();
    assert_eq!(error.code, "ValidationException");
}

#[test]
fn hosts_are_common_to_an_account_and_region() {
    let service = service();
    let endpoint = |caller: &Caller| {
        let created = service.call("CreateChannel", Map::new(), caller).unwrap();
        string(&Value::Object(created), "/channel/ingestEndpoint")
    };
    let elsewhere = Caller {
        region: "us-east-1".to_owned(),
        ..caller()
    };
    assert_eq!(endpoint(&caller()), endpoint(&caller()));
    assert_ne!(endpoint(&caller()), endpoint(&elsewhere));
}

#[test]
fn equal_seeds_give_equal_outputs() {
    let run = || {
        let service = service();
        let output = call(&service, "CreateChannel", json!({}));
        let arn = string(&output, "/channel/arn");
        service.control().go_live(&arn, Encoder::default()).unwrap();
        (output, service.control().events())
    };
    assert_eq!(run(), run());
}

#[test]
fn concurrent_callers_see_one_order() {
    let service = Service::new(Options {
        quotas: Quotas::off(),
        ..options()
    });
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    channel(&service, json!({}));
                }
            });
        }
    });
    let mut arns = std::collections::BTreeSet::new();
    let mut input = json!({});
    loop {
        let page = call(&service, "ListChannels", input.clone());
        for channel in page["channels"].as_array().unwrap() {
            assert!(arns.insert(string(channel, "/arn")));
        }
        match page.get("nextToken") {
            Some(token) => input["nextToken"] = token.clone(),
            None => break,
        }
    }
    assert_eq!(arns.len(), 400);
}
