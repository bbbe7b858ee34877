// An output with a list that is always there: its `build` can fail, which a test's author does not expect.

use ivs_sdk::operation::list_channels::ListChannelsOutput;

fn empty() -> ListChannelsOutput {
    ListChannelsOutput::builder().build()
}

fn main() {
    println!("{:?}", empty());
}
