//! `counted SCENARIO N`: prints the allocations of N calls after a first one, their bytes, and the
//! highest number of bytes that were in use at a time.
#![forbid(unsafe_code)]

mod answers;
mod arguments;
mod scenario;
mod setup;

fn main() {
    let [scenario, calls] = arguments::take(["SCENARIO", "N"]);
    let scenario = scenario::Scenario::named(&scenario);
    let calls: u32 = arguments::number(&calls);
    let runtime = setup::runtime();
    let client = setup::client(scenario.connector());
    runtime.block_on(scenario.call(&client));
    let counted = allocation_counter::measure(|| {
        for _ in 0..calls {
            runtime.block_on(scenario.call(&client));
        }
    });
    println!(
        "{} {} {}",
        counted.count_total, counted.bytes_total, counted.bytes_max
    );
}
