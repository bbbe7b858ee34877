//! `allocations SCENARIO N`: prints the number of allocations of N calls after a first call, their
//! bytes, the highest number of bytes in use at the same time, and the bytes that the client holds
//! after the first call.
#![forbid(unsafe_code)]

mod arguments;
mod responses;
mod scenario;
mod setup;

fn main() {
    let [scenario, calls] = arguments::take(["SCENARIO", "N"]);
    let scenario = scenario::Scenario::named(&scenario);
    let calls: u32 = arguments::number(&calls);
    let runtime = setup::runtime();
    let connector = scenario.connector();
    let mut idle = None;
    let first = allocation_counter::measure(|| {
        let client = setup::client(connector);
        runtime.block_on(scenario.call(&client));
        idle = Some(client);
    });
    let client = idle.expect("a client");
    let counted = allocation_counter::measure(|| {
        for _ in 0..calls {
            runtime.block_on(scenario.call(&client));
        }
    });
    println!(
        "{} {} {} {}",
        counted.count_total, counted.bytes_total, counted.bytes_max, first.bytes_current
    );
}
