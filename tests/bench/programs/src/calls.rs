//! `calls SCENARIO N`: builds a client and makes N calls in turn, with responses from memory. If N
//! is `none`, it builds no client and makes no calls.
//!
//! The cost of a call is the difference of two runs, divided by the difference of their N.
#![forbid(unsafe_code)]

mod arguments;
mod responses;
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
