//! `allocations SCENARIO N`: prints the number of allocations of N calls after a first call, their
//! bytes, and the highest number of bytes in use at the same time.
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
