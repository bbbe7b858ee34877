// A structure pattern without `..`. Structures may gain members.

use ivs_sdk::operation::get_channel::GetChannelOutput;

fn main() {
    let GetChannelOutput { channel } = GetChannelOutput::builder().build();
    println!("{channel:?}");
}
