//! The page at `/_fake/`, in a headless Chromium.

use std::io::Write as _;

use ivs_fake::Fake;
use ivs_sdk::Client;
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::error::ProvideErrorMetadata as _;
use serde_json::json;

use crate::browser::Browser;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_shows_and_drives_the_fake() {
    let fake = Fake::start();
    let server = fake.serve().await.expect("a free port");
    let config = fake.config().retry_config(RetryConfig::disabled());
    let client = Client::from_conf(config.build());
    let created = client
        .create_channel()
        .name("lobby")
        .send()
        .await
        .expect("a channel");
    let key = created
        .stream_key()
        .and_then(|key| key.value())
        .expect("a key");
    let Some(mut browser) = Browser::open(&format!("{}/_fake/", server.endpoint())) else {
        // Not captured by the test harness.
        let skipped = "SKIPPED the page of ivs-fake: there is no Chromium on this machine";
        writeln!(std::io::stderr(), "{skipped}").expect("a terminal");
        return;
    };
    let shows = |text: &str| format!("document.body?.innerText.includes({})", json!(text));
    let stream = || {
        let overview = fake.control().overview();
        overview
            .channels
            .into_iter()
            .next()
            .and_then(|channel| channel.stream)
    };

    browser.wait_for(&shows("Offline, public"));
    assert_eq!(browser.evaluate(&shows(key)), false, "the key is hidden");
    browser.click("Show the stream key of lobby");
    browser.wait_for(&shows(key));
    browser.click("Hide the stream key of lobby");
    browser.wait_for(&format!("!{}", shows(key)));

    browser.click("Go live: lobby");
    browser.wait_for(&shows("Live, HEALTHY, 0 viewers"));
    assert!(stream().is_some());
    browser.evaluate("document.querySelector('article input').value = 7");
    browser.click("Set viewers: lobby");
    browser.wait_for(&shows("Live, HEALTHY, 7 viewers"));
    browser.click("Starve: lobby");
    browser.wait_for(&shows("Live, STARVING, 7 viewers"));
    browser.click("Recover: lobby");
    browser.wait_for(&shows("Live, HEALTHY, 7 viewers"));
    browser.wait_for(&shows("IVS Stream State Change: Stream Start"));
    check_names(&mut browser);
    let long = client.create_channel().name("x".repeat(128));
    long.authorized(true).send().await.expect("a channel");
    browser.wait_for(&shows("Offline, private"));
    check_phone(&mut browser);
    browser.click("End: lobby");
    browser.wait_for(&shows("Offline, public"));
    assert!(stream().is_none());
    browser.click("End: lobby");
    browser.wait_for(&shows("is not live"));

    browser.click("Advance the clock");
    browser.wait_for(&shows("Advance: done"));
    browser.click("Order the fault");
    browser.wait_for(&shows("Fault: done"));
    let error = client.list_channels().send().await.expect_err("the fault");
    assert_eq!(error.code(), Some("ThrottlingException"));
    browser.evaluate("window.confirm = () => true");
    browser.click("Reset everything");
    browser.wait_for(&shows("There are no channels yet"));
    assert!(fake.control().overview().channels.is_empty());
    assert_eq!(browser.exceptions, Vec::<String>::new());
}

/// Checks that nothing is wider than the screen of a phone.
fn check_phone(browser: &mut Browser) {
    let phone = json!({"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true});
    browser.call("Emulation.setDeviceMetricsOverride", phone);
    browser.evaluate("document.querySelectorAll('details').forEach((event) => event.open = true)");
    browser.wait_for("document.documentElement.scrollWidth === 390");
    browser.call("Emulation.clearDeviceMetricsOverride", json!({}));
}

/// Checks that screen readers get a name for each control and region.
fn check_names(browser: &mut Browser) {
    const ROLES: [&str; 8] = [
        "article",
        "button",
        "combobox",
        "heading",
        "log",
        "region",
        "spinbutton",
        "textbox",
    ];
    let tree = browser.call("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("nodes");
    let mut count = 0;
    for node in nodes.iter().filter(|node| node["ignored"] != true) {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        if ROLES.contains(&role) {
            count += 1;
            let name = node["name"]["value"].as_str().unwrap_or_default();
            assert!(!name.trim().is_empty(), "{node}");
        }
    }
    assert!(count >= 20, "{count} named nodes");
}
