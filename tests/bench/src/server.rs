//! The server for the throughput measure: plain HTTP, one fixed response, a thread per connection.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::ExitCode;
use std::thread;

use anyhow::Result;

/// Serves until the process is killed; the first line it prints is its address.
pub(crate) fn run() -> Result<ExitCode> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    let response = response();
    for stream in listener.incoming() {
        let (stream, response) = (stream?, response.clone());
        // An error only means that the client closed the connection.
        thread::spawn(move || serve(stream, response.as_bytes()));
    }
    Ok(ExitCode::SUCCESS)
}

fn serve(stream: TcpStream, response: &[u8]) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    let mut line = String::new();
    loop {
        let mut length = 0;
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let header = line.trim_end();
            if header.is_empty() {
                break;
            }
            length = content_length(header).unwrap_or(length);
        }
        std::io::copy(&mut reader.by_ref().take(length), &mut std::io::sink())?;
        writer.write_all(response)?;
    }
}

fn content_length(header: &str) -> Option<u64> {
    let (name, value) = header.split_once(':')?;
    let matches = name.eq_ignore_ascii_case("content-length");
    matches.then(|| value.trim().parse().ok()).flatten()
}

/// Returns an HTTP response with a page of ten channels.
fn response() -> String {
    let channel = |number: u8| {
        format!(
            r#"{{"arn":"arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGh{number:04}","name":"stage {number}","latencyMode":"LOW","authorized":false,"tags":{{"team":"video"}},"insecureIngest":false,"type":"STANDARD"}}"#
        )
    };
    let channels: Vec<_> = (0..10).map(channel).collect();
    let body = format!(r#"{{"channels":[{}]}}"#, channels.join(","));
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
         x-amzn-requestid: 2f3d1c2e\r\n\r\n{body}",
        body.len()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_length_is_case_insensitive() {
        assert_eq!(content_length("Content-Length: 17"), Some(17));
        assert_eq!(content_length("content-type: 17"), None);
    }

    #[test]
    fn content_length_is_the_length_of_the_body() {
        let response = response();
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        let length = head.lines().find_map(content_length);
        assert_eq!(length, Some(body.len() as u64));
    }
}
