//! The service for the calls of many at a time: plain HTTP, one answer, a thread for each connection.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::ExitCode;
use std::thread;

use anyhow::Result;

/// Serves until it is ended; the first line it prints is its address.
pub(crate) fn run() -> Result<ExitCode> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    let answer = answer();
    for stream in listener.incoming() {
        let (stream, answer) = (stream?, answer.clone());
        // Connections end when the client does: that is no failure.
        thread::spawn(move || serve(stream, answer.as_bytes()));
    }
    Ok(ExitCode::SUCCESS)
}

fn serve(stream: TcpStream, answer: &[u8]) -> std::io::Result<()> {
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
        writer.write_all(answer)?;
    }
}

fn content_length(header: &str) -> Option<u64> {
    let (name, value) = header.split_once(':')?;
    let is_it = name.eq_ignore_ascii_case("content-length");
    is_it.then(|| value.trim().parse().ok()).flatten()
}

/// A page of ten channels.
fn answer() -> String {
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
    fn the_length_is_found_in_any_case() {
        assert_eq!(content_length("Content-Length: 17"), Some(17));
        assert_eq!(content_length("content-type: 17"), None);
    }

    #[test]
    fn the_answer_is_as_long_as_it_says() {
        let answer = answer();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let length = head.lines().find_map(content_length);
        assert_eq!(length, Some(body.len() as u64));
    }
}
