//! Tests of the control interface in JSON.

use super::*;

fn post(service: &Service, route: &str, body: Value) -> Result<Value, u16> {
    let body = body.to_string();
    service
        .control()
        .request("POST", route, body.as_bytes())
        .map_err(|error| error.status())
}

fn get(service: &Service, route: &str) -> Value {
    service.control().request("GET", route, b"").unwrap()
}

#[test]
fn routes_do_what_the_methods_do() {
    let service = service();
    let created = call(&service, "CreateChannel", json!({ "name": "show" }));
    let arn = string(&created, "/channel/arn");
    let key = string(&created, "/streamKey/value");
    let ingest = json!({ "videoConfigurations": [{ "videoHeight": 480, "videoWidth": 852 }] });
    let live = post(
        &service,
        "go-live",
        json!({ "streamKey": key, "ingest": ingest }),
    )
    .unwrap();
    let stream_id = string(&live, "/streamId");
    let session = call(&service, "GetStreamSession", json!({ "channelArn": arn }));
    let session = &session["streamSession"];
    assert_eq!(session["streamId"], live["streamId"]);
    assert_eq!(session["ingestConfiguration"]["video"]["videoHeight"], 480);
    let target = json!({ "channelArn": arn });
    post(
        &service,
        "viewers",
        json!({ "channelArn": arn, "count": 3 }),
    )
    .unwrap();
    post(&service, "starve", target.clone()).unwrap();
    assert_eq!(
        get(&service, "overview"),
        json!({
            "now": "2026-01-01T00:00:00Z",
            "channels": [{
                "arn": arn,
                "name": "show",
                "authorized": false,
                "playbackUrl": created["channel"]["playbackUrl"],
                "streamKeys": [key],
                "stream": {
                    "streamId": stream_id,
                    "startTime": "2026-01-01T00:00:00Z",
                    "health": "STARVING",
                    "viewerCount": 3,
                },
            }],
        })
    );
    post(&service, "recover", target.clone()).unwrap();
    let url = &created["channel"]["playbackUrl"];
    let plays = post(&service, "playback", json!({ "url": url })).unwrap();
    assert_eq!(plays, json!({ "plays": true }));
    post(&service, "end", target.clone()).unwrap();
    let request = json!({ "url": url, "origin": "https://a.example", "country": "DE" });
    let denied = post(&service, "playback", request).unwrap();
    let message = "the channel is not live";
    assert_eq!(
        denied,
        json!({ "plays": false, "reason": "notLive", "message": message })
    );
    post(
        &service,
        "fail",
        json!({ "channelArn": arn, "reason": "x" }),
    )
    .unwrap();
    let slate = slate(&service);
    post(&service, "settle", json!({ "arn": slate, "failed": true })).unwrap();
    let advanced = post(&service, "advance", json!({ "seconds": 1.5 })).unwrap();
    assert_eq!(advanced, json!({ "now": "2026-01-01T00:00:01Z" }));
    assert_eq!(get(&service, "events").as_array().unwrap().len(), 9);
    assert_eq!(get(&service, "objects"), json!([]));
    post(&service, "reset", json!({})).unwrap();
    assert_eq!(get(&service, "events"), json!([]));
    assert_eq!(
        error(&service, "GetStream", target),
        "ResourceNotFoundException"
    );
}

#[test]
fn faults_are_ordered() {
    use crate::behaviour::Fault;
    let service = service();
    let order = |fault: Value| {
        let mut request = fault;
        request["operation"] = json!("GetChannel");
        post(&service, "fail-next", request).unwrap();
        service.next_fault("GetChannel").unwrap()
    };
    assert_eq!(
        order(json!({ "code": "PendingVerification" })),
        Fault::Code("PendingVerification".to_owned())
    );
    assert_eq!(order(json!({ "status": 502 })), Fault::Status(502));
    assert_eq!(order(json!({ "delayMs": 10 })), Fault::Delay(10));
    assert_eq!(order(json!({ "reset": true, "times": 2 })), Fault::Reset);
    assert_eq!(service.next_fault("GetChannel"), Some(Fault::Reset));
    for request in [
        json!({ "operation": "GetChannel" }),
        json!({ "operation": "GetChannel", "code": "X", "status": 500 }),
        json!({ "operation": "GetChannel", "delayMs": 1, "reset": true }),
        json!({ "operation": "*", "status": 5_000 }),
        json!({ "operation": "*", "status": 70_000 }),
        json!({ "operation": "x", "status": 500 }),
    ] {
        assert_eq!(post(&service, "fail-next", request), Err(400));
    }
}

#[test]
fn malformed_requests_are_errors() {
    let service = service();
    let arn = channel(&service, json!({}));
    for (route, body) in [
        ("go-live", json!({})),
        ("go-live", json!({ "channelArn": arn, "streamKey": "x" })),
        (
            "go-live",
            json!({ "channelArn": arn, "ingest": { "video": {} } }),
        ),
        (
            "go-live",
            json!({ "channelArn": arn, "connectingSeconds": -1 }),
        ),
        ("end", json!({ "channelArn": 5 })),
        ("end", json!({ "arn": arn })),
        ("viewers", json!({ "channelArn": arn })),
        ("viewers", json!({ "channelArn": arn, "count": -2 })),
        ("advance", json!({ "seconds": -1 })),
        ("advance", json!({ "seconds": 1e300 })),
        ("playback", json!([])),
    ] {
        assert_eq!(
            post(&service, route, body.clone()),
            Err(400),
            "{route} {body}"
        );
    }
    assert_eq!(post(&service, "start", json!({})), Err(404));
    assert_eq!(post(&service, "events", json!({})), Err(404));
    assert_eq!(
        service
            .control()
            .request("POST", "end", b"{")
            .unwrap_err()
            .status(),
        400
    );
    assert_eq!(
        service
            .control()
            .request("DELETE", "events", b"")
            .unwrap_err()
            .status(),
        404
    );
}
