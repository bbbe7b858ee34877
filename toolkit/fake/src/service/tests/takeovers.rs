//! Tests of takeovers of streams.

use super::*;
use crate::service::{Ingest, VideoTrack};

fn encoder(priority: i64) -> Encoder {
    Encoder {
        priority: Some(priority),
        ..Encoder::default()
    }
}

#[test]
fn higher_priority_takes_over_the_stream() {
    let service = service();
    let arn = channel(&service, json!({}));
    let stream_id = service.control().go_live(&arn, encoder(5)).unwrap();
    service.control().starve(&arn, true).unwrap();
    let mut ingest = Ingest::default();
    ingest.video_configurations[0].encoder = "second".to_owned();
    let second = Encoder {
        ingest: Some(ingest),
        ..encoder(6)
    };
    assert_eq!(service.control().go_live(&arn, second).unwrap(), stream_id);
    advance(&service, 60);
    let names = event_names(&service);
    assert_eq!(
        names[2..],
        ["Starvation Start", "Stream Takeover", "Starvation End"]
    );
    let session = call(&service, "GetStreamSession", json!({ "channelArn": arn }));
    let video = &session["streamSession"]["ingestConfiguration"]["video"];
    assert_eq!(video["encoder"], "second");
}

#[test]
fn failed_takeovers_have_a_code() {
    let service = limited(Limits {
        stream_takeovers: 1,
        ..Limits::default()
    });
    let arn = live_channel(&service, json!({}));
    let small = VideoTrack {
        video_height: 360,
        video_width: 640,
        ..VideoTrack::default()
    };
    let ingest = Ingest {
        video_configurations: vec![small],
        ..Ingest::default()
    };
    let other_media = Encoder {
        ingest: Some(ingest),
        ..encoder(8)
    };
    service.control().go_live(&arn, encoder(7)).unwrap();
    for (encoder, code) in [
        (encoder(7), "StreamTakeoverInvalidPriority"),
        (encoder(0), "StreamTakeoverInvalidPriority"),
        (encoder(1 << 31), "StreamTakeoverInvalidPriority"),
        (other_media, "StreamTakeoverMediaMismatch"),
        (encoder(8), "StreamTakeoverLimitBreached"),
    ] {
        let error = service.control().go_live(&arn, encoder).unwrap_err();
        assert_eq!(error.status(), 409);
        let event = service.control().events().pop().unwrap();
        assert_eq!(event.detail["event_name"], "Stream Takeover Failure");
        assert_eq!(event.detail["code"], code);
    }
    let listed = call(&service, "ListStreamSessions", json!({ "channelArn": arn }));
    assert_eq!(listed["streamSessions"][0]["hasErrorEvent"], false);
}

#[test]
fn priorities_end_with_the_stream() {
    let service = service();
    let arn = channel(&service, json!({}));
    service.control().go_live(&arn, encoder(5)).unwrap();
    service.control().end(&arn).unwrap();
    service.control().go_live(&arn, encoder(1)).unwrap();
    assert_eq!(
        service
            .control()
            .go_live(&arn, Encoder::default())
            .unwrap_err()
            .status(),
        409
    );
    service.control().end(&arn).unwrap();
    assert_eq!(
        service
            .control()
            .go_live(&arn, encoder(-1))
            .unwrap_err()
            .status(),
        400
    );
}
