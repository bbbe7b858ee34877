//! Paginators: their pages, items and errors.

use super::{client, sdk};
use crate::fixture::Fixture;
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::transcript::Transcript;
use sdk::operation::list_ad_configurations::ListAdConfigurationsOutput;

fn page(arn: &str, token: &str) -> Reply {
    Reply::ok(&format!(
        r#"{{"channels":[{{"arn":"{arn}"}},{{}}],"nextToken":"{token}"}}"#
    ))
}

/// The maximum number of pages to request from a paginator.
const LIMIT: usize = 8;

pub async fn pages(t: &mut Transcript) {
    let end = || Reply::ok("{}");
    for replies in [
        vec![end()],
        vec![page("1", "a"), end()],
        vec![page("1", "a"), page("2", "b"), page("3", "")],
        vec![page("1", "a"), page("2", "a"), end()],
        vec![page("1", "t"), end()],
        vec![
            page("1", "a"),
            Reply::error(400, "ValidationException"),
            end(),
        ],
        vec![
            page("1", "a"),
            Reply::status(500, "{}"),
            page("2", "b"),
            end(),
        ],
        vec![page("1", "a"), Reply::ok("{"), end()],
        vec![Reply::ok(r#"{"channels":[],"nextToken":null}"#)],
        vec![Reply::ok(r#"{"nextToken":"a"}"#), end()],
    ] {
        for (token, stop, size) in [
            (None, true, None),
            (Some("t"), true, Some(3)),
            (None, false, Some(-1)),
        ] {
            let fixture = Fixture::new(replies.clone());
            let client = client::client(&fixture.settings);
            let call = client.list_channels().filter_by_name("n").max_results(9);
            let mut paginator = call
                .set_next_token(token.map(str::to_owned))
                .into_paginator();
            paginator = paginator.stop_on_duplicate_token(stop);
            if let Some(size) = size {
                paginator = paginator.page_size(size);
            }
            let mut pages = paginator.send();
            let mut count = 0;
            while count < LIMIT
                && let Some(page) = pages.next().await
            {
                count += 1;
                let outcome = Outcome::new(page);
                let sent = fixture.report_all(t, &format!("{token:?} {stop} {size:?}"), &outcome);
                let limit = size.unwrap_or(9);
                let limit = format!("\"maxResults\":{limit}");
                t.check(
                    "the page size is sent",
                    sent.iter()
                        .all(|arrival| arrival.request.body.contains(&limit)),
                );
            }
            t.show("pages", &count);
            t.check("at least one page", count > 0);
        }
    }
}

/// Reads pages whose tokens form a cycle.
pub async fn cycles(t: &mut Transcript) {
    let tokens = ["a", "b", "a", "b", "a"];
    let replies = tokens.map(|token| page("1", token)).into_iter();
    let fixture = Fixture::new(replies.chain([Reply::ok("{}")]));
    let client = client::client(&fixture.settings);
    let mut pages = client.list_channels().into_paginator().send();
    while let Some(page) = pages.next().await {
        t.outcome(&Outcome::new(page));
    }
    t.show("requests", &fixture.peer.take_arrivals().len());
}

pub async fn items(t: &mut Transcript) {
    let ads = |arn: &str, token: &str| {
        let list = format!(r#"[{{"arn":"{arn}"}},{{}}]"#);
        Reply::ok(&format!(
            r#"{{"adConfigurations":{list},"nextToken":"{token}"}}"#
        ))
    };
    for replies in [
        vec![ads("1", "a"), ads("2", "")],
        vec![
            ads("1", "a"),
            Reply::error(403, "AccessDeniedException"),
            ads("2", ""),
        ],
        vec![ads("1", "a"), Reply::status(500, "{}"), ads("2", "")],
        vec![Reply::ok("{}")],
    ] {
        let fixture = Fixture::new(replies);
        let client = client::client(&fixture.settings);
        let mut items = client
            .list_ad_configurations()
            .into_paginator()
            .items()
            .send();
        while let Some(item) = items.next().await {
            match item {
                Ok(item) => t.show("item", &item),
                Err(error) => t.outcome(&Outcome::new::<ListAdConfigurationsOutput, _>(Err(error))),
            }
        }
        t.show("requests", &fixture.peer.take_arrivals().len());
    }
}

/// Reads pages, which are requested only on demand and no longer after the stream is dropped.
pub async fn laziness(t: &mut Transcript) {
    let fixture = Fixture::new([
        page("1", "a"),
        page("2", "b"),
        page("3", "c"),
        Reply::ok("{}"),
    ]);
    let client = client::client(&fixture.settings);
    let mut pages = client.list_channels().into_paginator().send();
    t.show("before", &fixture.peer.take_arrivals().len());
    pages.next().await;
    tokio::task::yield_now().await;
    t.show("after one", &fixture.peer.take_arrivals().len());
    drop(pages);
    tokio::task::yield_now().await;
    let later = fixture.peer.take_arrivals().len();
    t.show("after it was dropped", &later);
    t.check("no more requests", later == 0);
    fixture
        .peer
        .set_replies([page("1", "a"), page("2", "b"), Reply::ok("{}")]);
    let pages = client.list_channels().into_paginator().send();
    let collected = pages.collect::<Result<Vec<_>, _>>().await;
    t.show(
        "all",
        &collected
            .map(|pages| pages.len())
            .map_err(|error| error.to_string()),
    );
    fixture
        .peer
        .set_replies([page("1", "a"), Reply::error(400, "ValidationException")]);
    let pages = client.list_channels().into_paginator().send();
    let collected = pages.try_collect().await;
    t.show(
        "all",
        &collected
            .map(|pages| pages.len())
            .map_err(|error| error.to_string()),
    );
}

/// Reads the pages of other operations.
pub async fn operations(t: &mut Transcript) {
    let reply = |list: &str| Reply::ok(&format!(r#"{{"{list}":[{{}},{{}}],"nextToken":"a"}}"#));
    macro_rules! paginate {
        ($($operation:ident $list:literal;)+) => {
            $({
                let fixture = Fixture::new([reply($list), Reply::ok("{}")]);
                let client = client::client(&fixture.settings);
                let mut pages = client.$operation().into_paginator().page_size(2).send();
                let mut count = 0;
                while let Some(page) = pages.next().await {
                    count += 1;
                    t.outcome(&Outcome::new(page));
                }
                for arrival in fixture.peer.take_arrivals() {
                    t.request(&arrival.request);
                }
                t.check(concat!($list, ": two pages"), count == 2);
            })+
        };
    }
    paginate! {
        list_ad_configurations "adConfigurations";
        list_failover_slate_configurations "failoverSlateConfigurations";
        list_playback_key_pairs "keyPairs";
        list_playback_restriction_policies "playbackRestrictionPolicies";
        list_recording_configurations "recordingConfigurations";
        list_stream_keys "streamKeys";
        list_stream_sessions "streamSessions";
        list_streams "streams";
    }
}
