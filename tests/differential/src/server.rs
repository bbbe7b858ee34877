//! A loopback server that follows a list of exchanges: it responds, stalls or breaks connections.

use std::collections::VecDeque;
use std::io::Result;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// The server's reaction to one request or connection.
#[derive(Clone, Copy, Debug)]
pub struct Exchange {
    /// `true` if the server reads a request first; otherwise it ends the connection at once.
    pub reads: bool,
    pub writes: &'static str,
    pub end: End,
}

/// The end of an exchange.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// The connection stays open for the next request.
    KeepAlive,
    Close,
    Reset,
    /// The connection stays open, but the server sends nothing more.
    Stall,
}

/// A successful response.
pub const OK: Exchange = Exchange {
    reads: true,
    writes: "HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\n{\"channel\":{}}",
    end: End::KeepAlive,
};

/// A loopback server that follows exchanges in order and then repeats the last.
#[derive(Clone, Debug)]
pub struct Server {
    port: u16,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    exchanges: VecDeque<Exchange>,
    connections: usize,
    requests: Vec<String>,
}

impl Exchange {
    /// Creates an exchange that reads a request and writes `writes`.
    pub const fn write(writes: &'static str, end: End) -> Self {
        Self {
            reads: true,
            writes,
            end,
        }
    }

    /// Creates an exchange that reads a request and responds with `status` and `body`.
    pub fn respond(status: u16, body: &str) -> Self {
        let length = body.len();
        let response = format!("HTTP/1.1 {status} Text\r\ncontent-length: {length}\r\n\r\n{body}");
        // Leaking is acceptable: scripts create only a few.
        Self::write(response.leak(), End::KeepAlive)
    }

    /// Creates an exchange that ends the connection before a request is read.
    pub const fn end_at_once(end: End) -> Self {
        Self {
            reads: false,
            writes: "",
            end,
        }
    }
}

impl Server {
    /// Starts a server that follows `exchanges`.
    pub async fn start(exchanges: impl IntoIterator<Item = Exchange>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let server = Self {
            port: listener.local_addr().expect("an address").port(),
            state: Arc::default(),
        };
        server.with(|state| state.exchanges = exchanges.into_iter().collect());
        tokio::spawn(server.clone().accept(listener));
        server
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/some/path", self.port)
    }

    /// Returns the number of connections and the requests since the previous call.
    pub fn take_seen(&self) -> (usize, Vec<String>) {
        self.with(|state| {
            let connections = std::mem::take(&mut state.connections);
            (connections, std::mem::take(&mut state.requests))
        })
    }

    fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        f(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn accept(self, listener: TcpListener) {
        while let Ok((stream, _)) = listener.accept().await {
            let number = self.with(|state| {
                state.connections += 1;
                state.connections
            });
            let server = self.clone();
            tokio::spawn(async move {
                // An error means that the client closed the connection, which is fine.
                let _ = server.serve(stream, number).await;
            });
        }
    }

    /// Returns the next exchange if its `reads` equals the argument.
    fn next(&self, reads: bool) -> Option<Exchange> {
        self.with(|state| {
            let exchange = *state.exchanges.front().expect("an exchange");
            if exchange.reads != reads {
                return None;
            }
            if state.exchanges.len() > 1 {
                state.exchanges.pop_front();
            }
            Some(exchange)
        })
    }

    async fn serve(self, mut stream: TcpStream, number: usize) -> Result<()> {
        if let Some(exchange) = self.next(false) {
            return end(stream, exchange.end).await;
        }
        while let Some(request) = read(&mut stream).await? {
            let line = format!("connection {number}: {request}");
            self.with(|state| state.requests.push(line));
            let exchange = self.next(true).expect("an exchange that reads a request");
            stream.write_all(exchange.writes.as_bytes()).await?;
            stream.flush().await?;
            if exchange.end != End::KeepAlive {
                return end(stream, exchange.end).await;
            }
        }
        Ok(())
    }
}

async fn end(mut stream: TcpStream, end: End) -> Result<()> {
    match end {
        End::Reset => stream.set_zero_linger()?,
        End::Stall => {
            // Wait until the client closes the connection.
            let _ = stream.read_to_end(&mut Vec::new()).await;
        }
        End::Close | End::KeepAlive => stream.shutdown().await?,
    }
    Ok(())
}

/// Reads a request and returns its first line, attempt header and body.
async fn read(stream: &mut TcpStream) -> Result<Option<String>> {
    let mut received = Vec::new();
    loop {
        let mut bytes = [0; 4096];
        let count = stream.read(&mut bytes).await?;
        if count == 0 {
            return Ok(None);
        }
        received.extend_from_slice(&bytes[..count]);
        let message = String::from_utf8_lossy(&received);
        let Some((head, body)) = message.split_once("\r\n\r\n") else {
            continue;
        };
        let value = |name: &str| {
            let mut lines = head.lines();
            lines
                .find_map(|line| line.strip_prefix(name))
                .unwrap_or_default()
        };
        let length = value("content-length: ").parse().unwrap_or(0);
        if body.len() >= length {
            let first = head.lines().next().unwrap_or_default();
            // Later attempts may also carry a time to live, which differs in every run.
            let parameters = value("amz-sdk-request: ").rsplit("; ");
            let attempt = parameters.take(2).collect::<Vec<_>>();
            return Ok(Some(format!("{first} {attempt:?} {body}")));
        }
    }
}
