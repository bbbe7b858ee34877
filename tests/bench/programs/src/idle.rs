//! `idle SCENARIO`: prints the bytes of the heap that a client holds after its first call.
#![forbid(unsafe_code)]

mod arguments;
mod responses;
mod scenario;
mod setup;

fn main() {
    let [scenario] = arguments::take(["SCENARIO"]);
    let scenario = scenario::Scenario::named(&scenario);
    let connector = scenario.connector();
    let runtime = setup::runtime();
    let mut idle = None;
    let counted = allocation_counter::measure(|| {
        let client = setup::client(connector);
        runtime.block_on(scenario.call(&client));
        // Dropping the client here would free its memory within the measurement.
        idle = Some(client);
    });
    println!("{}", counted.bytes_current);
    drop(idle);
}
