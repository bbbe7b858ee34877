//! Addresses of channels that the service created.

use ivs_sdk::types::{Channel, StreamKey};
use ivs_toolkit::ingest::{ingest_url, srt_url};

use crate::scene::Scene;

async fn create(scene: &Scene, insecure_ingest: bool) -> (Channel, StreamKey) {
    let create = scene.client.create_channel();
    let created = create.insecure_ingest(insecure_ingest).send().await;
    let created = created.expect("a channel");
    let key = created.stream_key.expect("a key");
    (created.channel.expect("a channel"), key)
}

#[tokio::test(start_paused = true)]
async fn addresses_have_the_hosts_and_secrets_of_the_channel() {
    let scene = Scene::start();
    for insecure in [false, true] {
        let (channel, key) = create(&scene, insecure).await;
        let value = key.value().expect("a value");
        let url = ingest_url(&channel, &key).expect("an address");
        let host = channel.ingest_endpoint().expect("a host");
        assert_eq!(url.expose(), format!("rtmps://{host}:443/app/{value}"));
        assert!(!format!("{url:?}").contains(value));

        let srt = channel.srt().expect("SRT");
        let (host, passphrase) = (srt.endpoint().expect("a host"), srt.passphrase());
        let url = srt_url(&channel, &key).expect("an address");
        let mut expected = format!("srt://{host}:9000?streamid={value}");
        if !insecure {
            expected += "&passphrase=";
            expected += passphrase.expect("a passphrase");
        }
        assert_eq!(url.expose(), expected);
        let shown = format!("{url:?}");
        assert!(
            !shown.contains(value) && !shown.contains("passphrase"),
            "{shown}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_channel_or_key_without_the_members_has_no_address() {
    let scene = Scene::start();
    let (channel, key) = create(&scene, false).await;
    let (no_channel, no_key) = (Channel::builder().build(), StreamKey::builder().build());
    for (channel, key) in [(&no_channel, &key), (&channel, &no_key)] {
        assert_eq!(ingest_url(channel, key), None);
        assert_eq!(srt_url(channel, key), None);
    }
}
