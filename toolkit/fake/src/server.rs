//! The HTTP/1 server on loopback.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::handler::Handler;
use crate::wire::{Reply, too_large};

/// The greatest size of a request's body, far above what the service's operations need.
const BODY_LIMIT: usize = 1 << 20;

/// The time for open requests when the server stops.
const GRACE: Duration = Duration::from_secs(5);

/// A server that runs on the Tokio runtime that started it, until it is stopped or dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts to serve on a socket of this machine.
    pub(crate) async fn start(address: SocketAddr, handler: Arc<dyn Handler>) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let stopped = async {
            // The sender is dropped with the server.
            let _ = stopped.await;
        };
        let task = tokio::spawn(serve(listener, handler, stopped));
        Ok(Self {
            address,
            stop: Some(stop),
            task,
        })
    }

    /// Returns the URL of the server, for example `http://127.0.0.1:40123`.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the address of the server.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops the server: open requests are completed, new connections are rejected.
    pub async fn stop(mut self) {
        if let Some(stop) = self.stop.take() {
            // The task may have ended with its runtime.
            let _ = stop.send(());
        }
        let _ = (&mut self.task).await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    listener: TcpListener,
    handler: Arc<dyn Handler>,
    stopped: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    let mut connections = tokio::task::JoinSet::new();
    tokio::pin!(stopped);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let handler = Arc::clone(&handler);
                    connections.spawn(connection(stream, handler, graceful.watcher()));
                }
                // For example too many open files: connections that end make room.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
            // Forget connections that have ended.
            Some(_) = connections.join_next() => {}
            () = &mut stopped => break,
        }
    }
    drop(listener);
    // Connections that are still open then are closed with their tasks.
    let _ = tokio::time::timeout(GRACE, graceful.shutdown()).await;
}

async fn connection(stream: TcpStream, handler: Arc<dyn Handler>, watcher: Watcher) {
    // Responses are small, and the client waits for them.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| respond(Arc::clone(&handler), request));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service);
    // If the connection fails, the client sees it too.
    let _ = watcher.watch(connection).await;
}

async fn respond(
    handler: Arc<dyn Handler>,
    request: Request<Incoming>,
) -> io::Result<Response<Full<Bytes>>> {
    let (parts, body) = request.into_parts();
    let body = match Limited::new(body, BODY_LIMIT).collect().await {
        Ok(body) => body.to_bytes(),
        Err(error) if error.is::<LengthLimitError>() => return Ok(too_large().map(Full::new)),
        Err(error) => return Err(io::Error::other(error)),
    };
    let Reply { delay, response } = handler.handle(&Request::from_parts(parts, body));
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    // An error closes the connection.
    let response = response.ok_or_else(|| io::Error::from(io::ErrorKind::ConnectionReset))?;
    Ok(response.map(Full::new))
}
