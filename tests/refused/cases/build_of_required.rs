// `build` of an output with a required list returns a `Result`; this program expects the output.

use ivs_sdk::operation::list_channels::ListChannelsOutput;

fn empty() -> ListChannelsOutput {
    ListChannelsOutput::builder().build()
}

fn main() {
    println!("{:?}", empty());
}
