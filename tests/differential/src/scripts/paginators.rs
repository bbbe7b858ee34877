//! Pages: where they begin and end, and what becomes of failures on the way.

use super::{client, sdk};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::stage::Stage;
use crate::transcript::Transcript;
use sdk::operation::list_ad_configurations::ListAdConfigurationsOutput;

fn page(arn: &str, token: &str) -> Reply {
    Reply::ok(&format!(
        r#"{{"channels":[{{"arn":"{arn}"}},{{}}],"nextToken":"{token}"}}"#
    ))
}

/// How often pages may come before a walk is given up.
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
            page("2", "b"),
            page("3", "a"),
            page("4", "b"),
            end(),
        ],
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
            let stage = Stage::new(replies.clone());
            let client = client::client(&stage.settings);
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
                let outcome = Outcome::of(page);
                let sent = stage.report_all(t, &format!("{token:?} {stop} {size:?}"), &outcome);
                let limit = size.unwrap_or(9);
                let limit = format!("\"maxResults\":{limit}");
                t.check(
                    "the size of pages",
                    sent.iter().all(|one| one.sent.body.contains(&limit)),
                );
            }
            t.show("pages", &count);
            t.check("a page", count > 0);
        }
    }
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
        let stage = Stage::new(replies);
        let client = client::client(&stage.settings);
        let mut items = client
            .list_ad_configurations()
            .into_paginator()
            .items()
            .send();
        while let Some(item) = items.next().await {
            match item {
                Ok(item) => t.show("item", &item),
                Err(error) => t.outcome(&Outcome::of::<ListAdConfigurationsOutput, _>(Err(error))),
            }
        }
        t.show("requests", &stage.peer.arrivals().len());
    }
}

/// Nothing is asked for before it is wanted, nor after nobody wants it any more.
pub async fn wishes(t: &mut Transcript) {
    let stage = Stage::new([
        page("1", "a"),
        page("2", "b"),
        page("3", "c"),
        Reply::ok("{}"),
    ]);
    let client = client::client(&stage.settings);
    let mut pages = client.list_channels().into_paginator().send();
    t.show("before", &stage.peer.arrivals().len());
    pages.next().await;
    tokio::task::yield_now().await;
    t.show("after one", &stage.peer.arrivals().len());
    drop(pages);
    tokio::task::yield_now().await;
    let later = stage.peer.arrivals().len();
    t.show("after it was dropped", &later);
    t.check("nobody asks any more", later == 0);
    stage
        .peer
        .reply([page("1", "a"), page("2", "b"), Reply::ok("{}")]);
    let all = client.list_channels().into_paginator().send();
    let all = all.collect::<Result<Vec<_>, _>>().await;
    t.show(
        "all",
        &all.map(|all| all.len()).map_err(|error| error.to_string()),
    );
    stage
        .peer
        .reply([page("1", "a"), Reply::error(400, "ValidationException")]);
    let all = client.list_channels().into_paginator().send();
    let all = all.try_collect().await;
    t.show(
        "all",
        &all.map(|all| all.len()).map_err(|error| error.to_string()),
    );
}

/// Paginators of other operations.
pub async fn operations(t: &mut Transcript) {
    let reply = |list: &str| Reply::ok(&format!(r#"{{"{list}":[{{}},{{}}],"nextToken":"a"}}"#));
    macro_rules! walk {
        ($($operation:ident $list:literal;)+) => {
            $({
                let stage = Stage::new([reply($list), Reply::ok("{}")]);
                let client = client::client(&stage.settings);
                let mut pages = client.$operation().into_paginator().page_size(2).send();
                let mut count = 0;
                while let Some(page) = pages.next().await {
                    count += 1;
                    t.outcome(&Outcome::of(page));
                }
                for arrival in stage.peer.arrivals() {
                    t.request(&arrival.sent);
                }
                t.check($list, count == 2);
            })+
        };
    }
    walk! {
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
