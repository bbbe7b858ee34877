//! Unit tests without sockets and mocks: each starts a service in the process.

use ivs_fake::{Encoder, Fake, Fault};
use ivs_sdk::{Client, Error};

use crate::{close, open, viewers};

fn service() -> (Fake, Client) {
    let fake = Fake::start();
    let client = Client::from_conf(fake.config().build());
    (fake, client)
}

#[tokio::test]
async fn viewers_are_known_while_a_show_is_live() {
    let (fake, client) = service();
    let show = open(&client, "news").await.expect("a show");
    assert_eq!(viewers(&client, &show).await.expect("success"), None);
    let control = fake.control();
    control
        .go_live(&show.stream_key, Encoder::default())
        .expect("live");
    control.viewers(&show.arn, 12).expect("live");
    assert_eq!(viewers(&client, &show).await.expect("success"), Some(12));
}

#[tokio::test]
async fn a_live_show_is_stopped_and_closed() {
    let (fake, client) = service();
    let show = open(&client, "news").await.expect("a show");
    fake.control()
        .go_live(&show.stream_key, Encoder::default())
        .expect("live");
    close(&client, show.clone()).await.expect("success");
    let error = viewers(&client, &show).await.expect_err("no show");
    assert!(
        matches!(error, Error::ResourceNotFoundException(_)),
        "{error:?}"
    );
}

#[tokio::test]
async fn throttled_calls_are_repeated() {
    let (fake, client) = service();
    let fault = Fault::Code("ThrottlingException".to_owned());
    fake.control()
        .fail_next("CreateChannel", fault, 1)
        .expect("ordered");
    open(&client, "news").await.expect("a show");
    assert_eq!(fake.control().overview().channels.len(), 1);
}
