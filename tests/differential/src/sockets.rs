//! The other side on a loopback socket: it reads requests and answers as it is told, or breaks off.

use std::collections::VecDeque;
use std::io::Result;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What is done about one request, or about one connection.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// Whether the request is awaited and read; otherwise this is about the connection.
    pub reads: bool,
    pub writes: &'static str,
    pub end: End,
}

/// How a turn ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// The next request may come.
    KeepAlive,
    Close,
    Reset,
    /// Nothing comes any more.
    Stall,
}

/// A good answer.
pub const OK: Turn = Turn {
    reads: true,
    writes: "HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\n{\"channel\":{}}",
    end: End::KeepAlive,
};

/// The other side. What it does last it does for ever.
#[derive(Clone, Debug)]
pub struct Server {
    port: u16,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    turns: VecDeque<Turn>,
    connections: usize,
    requests: Vec<String>,
}

impl Turn {
    /// Reads the request and answers so.
    pub const fn writes(writes: &'static str, end: End) -> Self {
        Self {
            reads: true,
            writes,
            end,
        }
    }

    /// Reads the request and answers with `body`.
    pub fn answers(status: u16, body: &str) -> Self {
        let length = body.len();
        let text = format!("HTTP/1.1 {status} Text\r\ncontent-length: {length}\r\n\r\n{body}");
        // As long as the process, for the few that scripts make.
        Self::writes(text.leak(), End::KeepAlive)
    }

    /// Ends the connection before a request is read.
    pub const fn at_once(end: End) -> Self {
        Self {
            reads: false,
            writes: "",
            end,
        }
    }
}

impl Server {
    /// A server that does `turns`.
    pub async fn start(turns: impl IntoIterator<Item = Turn>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let server = Self {
            port: listener.local_addr().expect("an address").port(),
            state: Arc::default(),
        };
        server.turns(turns);
        tokio::spawn(server.clone().accept(listener));
        server
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/some/path", self.port)
    }

    /// Puts `turns` in the place of those that are left.
    pub fn turns(&self, turns: impl IntoIterator<Item = Turn>) {
        self.with(|state| state.turns = turns.into_iter().collect());
    }

    /// What came since it was asked last: the connections, and the requests with theirs.
    pub fn seen(&self) -> (usize, Vec<String>) {
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
                // Where the client ends the connection it has had what it wanted.
                let _ = server.serve(stream, number).await;
            });
        }
    }

    /// The next turn, if it is one that reads or not.
    fn next(&self, reads: bool) -> Option<Turn> {
        self.with(|state| {
            let turn = *state.turns.front().expect("a turn");
            if turn.reads != reads {
                return None;
            }
            if state.turns.len() > 1 {
                state.turns.pop_front();
            }
            Some(turn)
        })
    }

    async fn serve(self, mut stream: TcpStream, number: usize) -> Result<()> {
        if let Some(turn) = self.next(false) {
            return end(stream, turn.end).await;
        }
        while let Some(request) = read(&mut stream).await? {
            let text = format!("connection {number}: {request}");
            self.with(|state| state.requests.push(text));
            let turn = self
                .next(true)
                .expect("an answer to a request that was read");
            stream.write_all(turn.writes.as_bytes()).await?;
            stream.flush().await?;
            if turn.end != End::KeepAlive {
                return end(stream, turn.end).await;
            }
        }
        Ok(())
    }
}

async fn end(mut stream: TcpStream, end: End) -> Result<()> {
    match end {
        End::Reset => stream.set_zero_linger()?,
        End::Stall => {
            // Until the client has had enough.
            let _ = stream.read_to_end(&mut Vec::new()).await;
        }
        End::Close | End::KeepAlive => stream.shutdown().await?,
    }
    Ok(())
}

/// Reads a request: its first line, which attempt it says it is, and its body.
async fn read(stream: &mut TcpStream) -> Result<Option<String>> {
    let mut text = Vec::new();
    loop {
        let mut bytes = [0; 4096];
        let count = stream.read(&mut bytes).await?;
        if count == 0 {
            return Ok(None);
        }
        text.extend_from_slice(&bytes[..count]);
        let whole = String::from_utf8_lossy(&text);
        let Some((head, body)) = whole.split_once("\r\n\r\n") else {
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
            let attempt = value("amz-sdk-request: ");
            // Later attempts may say until when: a time of the world.
            let attempt = attempt.rsplit("; ").take(2).collect::<Vec<_>>();
            return Ok(Some(format!("{first} {attempt:?} {body}")));
        }
    }
}
