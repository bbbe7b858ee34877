//! The fake as applications use it: through `ivs-sdk`, in the process and over a socket.
#![forbid(unsafe_code)]

mod browser;
mod faults;
mod http;
mod isolation;
mod page;
mod program;
mod requests;
mod scenario;

use ivs_fake::{Fake, Server};
use ivs_sdk::Client;

/// Returns a client that calls the fake without a socket.
fn client(fake: &Fake) -> Client {
    Client::from_conf(fake.config().build())
}

/// Returns a client that calls the server with its default HTTP client.
fn socket_client(fake: &Fake, server: &Server) -> Client {
    let mut config = fake.config().endpoint_url(server.endpoint());
    config.set_http_client(None);
    Client::from_conf(config.build())
}
