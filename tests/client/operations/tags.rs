//! Cases of the tag operations, the only ones with path labels and query parameters.

use serde_json::json;

use super::case::{self, Case, run};

const ARN: &str = "arn:aws:ivs:us-east-1:123456789012:channel/aBc é+%";
const PATH: &str =
    "/tags/arn%3Aaws%3Aivs%3Aus-east-1%3A123456789012%3Achannel%2FaBc%20%C3%A9%2B%25";

#[tokio::test]
async fn requests_and_outputs_are_as_expected() {
    run(cases()).await;
}

pub(super) fn cases() -> Vec<Case> {
    vec![list(), tag(), untag()]
}

fn list() -> Case {
    Case::new("ListTagsForResource")
        .target(PATH)
        .response(json!({ "tags": { "team": "live" } }))
        .call(
            |client| client.list_tags_for_resource().resource_arn(ARN).send(),
            |output| assert_eq!(output.tags, case::tags("team", "live")),
        )
}

fn tag() -> Case {
    Case::new("TagResource")
        .target(PATH)
        .body(r#"{"tags":{"team":"live"}}"#)
        .response(json!({}))
        .call(
            |client| {
                client
                    .tag_resource()
                    .resource_arn(ARN)
                    .tags("team", "live")
                    .send()
            },
            |_| {},
        )
}

fn untag() -> Case {
    Case::new("UntagResource")
        .target(&format!("{PATH}?tagKeys=team&tagKeys=a%20%26%2Fb%3D%C3%A9"))
        .response(json!({}))
        .call(
            |client| {
                client
                    .untag_resource()
                    .resource_arn(ARN)
                    .tag_keys("team")
                    .tag_keys("a &/b=é")
                    .send()
            },
            |_| {},
        )
}
