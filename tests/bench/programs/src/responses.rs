//! Response bodies of the service, generated at the sizes that the scenarios state.

const ACCOUNT: &str = "arn:aws:ivs:us-west-2:123456789012";

/// Returns a page of `count` channels.
pub(crate) fn channels(count: usize) -> String {
    let channels: Vec<String> = (0..count).map(summary).collect();
    format!(
        r#"{{"channels":[{}],"nextToken":"bmV4dA=="}}"#,
        channels.join(",")
    )
}

/// Returns a page of 1 MiB, or up to one channel longer.
pub(crate) fn mebibyte() -> String {
    let channel_length = summary(0).len() + 1;
    channels((1 << 20) / channel_length + 1)
}

fn summary(number: usize) -> String {
    let authorized = number.is_multiple_of(2);
    format!(
        r#"{{"arn":"{ACCOUNT}:channel/AbCdEfGh{number:04}","name":"stage {number:04}","latencyMode":"LOW","authorized":{authorized},"recordingConfigurationArn":"{ACCOUNT}:recording-configuration/Rc{number:04}","tags":{{"team":"video","stage":"live"}},"insecureIngest":false,"type":"STANDARD","preset":"","playbackRestrictionPolicyArn":""}}"#
    )
}

fn channel() -> String {
    format!(
        r#"{{"arn":"{ACCOUNT}:channel/AbCdEfGhIjKl","name":"stage","latencyMode":"LOW","type":"STANDARD","recordingConfigurationArn":"","ingestEndpoint":"a1b2c3d4e5f6.global-contribute.live-video.net","playbackUrl":"https://a1b2c3d4e5f6.us-west-2.playback.live-video.net/api/video/v1/us-west-2.123456789012.channel.AbCdEfGhIjKl.m3u8","authorized":true,"tags":{{"team":"video"}},"insecureIngest":false,"preset":"","srt":{{"endpoint":"a1b2c3d4e5f6.srt.live-video.net","passphrase":"correct horse battery"}},"playbackRestrictionPolicyArn":"","containerFormat":"TS"}}"#
    )
}

/// Returns a channel with its stream key.
pub(crate) fn created() -> String {
    let channel = channel();
    format!(
        r#"{{"channel":{channel},"streamKey":{{"arn":"{ACCOUNT}:stream-key/KlMnOpQrStUv","value":"sk_us-west-2_AbCdEfGhIjKl_0123456789","channelArn":"{ACCOUNT}:channel/AbCdEfGhIjKl","tags":{{"team":"video"}}}}}}"#
    )
}

/// Returns a stream session with `count` events.
pub(crate) fn stream_session(count: usize) -> String {
    let events: Vec<String> = (0..count).map(event).collect();
    format!(
        r#"{{"streamSession":{{"streamId":"st-1A2b3C4d5E6f7G8h","startTime":"2026-11-02T18:30:00Z","endTime":"2026-11-02T20:30:00Z","channel":{},"ingestConfiguration":{{"video":{{"avcProfile":"High","avcLevel":"4.2","codec":"avc1.64002A","encoder":"obs-output module","targetBitrate":6000000,"targetFramerate":60,"videoHeight":1080,"videoWidth":1920}},"audio":{{"codec":"mp4a.40.2","targetBitrate":160000,"sampleRate":48000,"channels":2}}}},"truncatedEvents":[{}]}}}}"#,
        channel(),
        events.join(",")
    )
}

fn event(number: usize) -> String {
    let (minute, second) = (number / 60, number % 60);
    format!(
        r#"{{"name":"Session Created","type":"IVS Stream State Change","eventTime":"2026-11-02T18:{minute:02}:{second:02}.250Z"}}"#
    )
}

/// Returns the body of an error response.
pub(crate) fn denied() -> String {
    r#"{"exceptionMessage":"the key may not read this channel"}"#.to_owned()
}
