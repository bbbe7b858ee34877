//! `calls SCENARIO N`: a client, and N calls one after the other, answered in memory. With `none` in
//! the place of N, there is no client either.
//!
//! What a call costs is the difference of two runs, divided by the difference of their N.
#![forbid(unsafe_code)]

mod answers;
mod arguments;
mod scenario;
mod setup;

fn main() {
    let [scenario, calls] = arguments::take(["SCENARIO", "N"]);
    let scenario = scenario::Scenario::named(&scenario);
    let connector = scenario.connector();
    setup::runtime().block_on(async {
        if calls == "none" {
            return;
        }
        let calls: u32 = arguments::number(&calls);
        let client = setup::client(connector);
        for _ in 0..calls {
            scenario.call(&client).await;
        }
    });
}
