//! User agents, without what the two clients are bound to differ in.

use crate::transcript::Transcript;
use crate::wire::Sent;

/// Writes the user agents of a request but for the crate's version.
///
/// # Panics
/// When there is none.
pub fn note(t: &mut Transcript, sent: &Sent) {
    for name in ["user-agent", "x-amz-user-agent"] {
        let value = sent.headers.iter().find(|(known, _)| known == name);
        let (_, value) = value.expect("a user agent");
        let tokens = value.split(' ').map(without_version);
        t.note(format_args!(
            "  {name}: {}",
            tokens.collect::<Vec<_>>().join(" ")
        ));
        let count = value.matches("api/ivs/").count();
        t.check("the service and the crate's version", count == 1);
    }
}

fn without_version(token: &str) -> &str {
    match token.starts_with("api/ivs/") {
        true => "api/ivs/VERSION",
        false => token,
    }
}

/// The ids of features in a user agent.
pub fn features(sent: &Sent) -> Vec<String> {
    let headers = sent.headers.iter();
    let mut agents = headers.filter(|(name, _)| name == "x-amz-user-agent");
    let agent = agents.next().map_or("", |(_, value)| value);
    let metrics = agent.split(' ').find_map(|token| token.strip_prefix("m/"));
    let metrics = metrics.into_iter().flat_map(|metrics| metrics.split(','));
    metrics.map(str::to_owned).collect()
}
