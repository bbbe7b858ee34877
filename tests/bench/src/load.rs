//! The client of the fake service: plain HTTP, a thread and a connection that stays open for each
//! request at a time.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::ExitCode;
use std::time::{Instant, SystemTime};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

/// Makes CALLS calls, AT_A_TIME concurrently, of four operations in turn; prints the nanoseconds of
/// all of them. The arguments are ADDRESS, CALLS and AT_A_TIME.
pub(crate) fn run() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, calls, at_a_time] = &*arguments else {
        bail!("the arguments are ADDRESS, CALLS and AT_A_TIME");
    };
    let (calls, at_a_time): (usize, usize) = (calls.parse()?, at_a_time.parse()?);
    let date = date();
    let arns = create_channels(address, "us-east-1", 10)?;
    let run = |calls: usize| -> Result<()> {
        std::thread::scope(|scope| {
            let thread = |index: usize| {
                let requests = four_operations(&date, &arns[index % arns.len()]);
                scope.spawn(move || {
                    let mut connection = Connection::open(address)?;
                    let requests = requests.iter().cycle();
                    let mut requests = requests.take(calls / at_a_time);
                    requests.try_for_each(|request| connection.call(request).map(drop))
                })
            };
            let threads: Vec<_> = (0..at_a_time).map(thread).collect();
            threads
                .into_iter()
                .try_for_each(|thread| thread.join().unwrap_or_else(|_| bail!("a thread panicked")))
        })
    };
    run(calls / 10)?;
    let start = Instant::now();
    run(calls)?;
    println!("{}", start.elapsed().as_nanos());
    Ok(ExitCode::SUCCESS)
}

/// Creates channels in a region and returns their ARNs.
pub(crate) fn create_channels(address: &str, region: &str, count: usize) -> Result<Vec<String>> {
    let mut connection = Connection::open(address)?;
    let date = date();
    let create = |number: usize| {
        let body = json!({"name": format!("channel-{number}"), "tags": {"team": "video"}});
        let request = request("POST", "/CreateChannel", &date, region, Some(&body));
        let output: Value = serde_json::from_slice(&connection.call(&request)?)?;
        let arn = output["channel"]["arn"].as_str();
        arn.map(str::to_owned).context("no ARN")
    };
    (0..count).map(create).collect()
}

/// Returns one request of each operation: two reads, a list, and a write.
fn four_operations(date: &str, arn: &str) -> [Vec<u8>; 4] {
    let post = |path, body| request("POST", path, date, "us-east-1", Some(&body));
    let tags = format!("/tags/{}", arn.replace(':', "%3A").replace('/', "%2F"));
    [
        post("/GetChannel", json!({"arn": arn})),
        request("GET", &tags, date, "us-east-1", None),
        post("/ListChannels", json!({"maxResults": 10})),
        post("/UpdateChannel", json!({"arn": arn, "name": "changed"})),
    ]
}

/// Returns the form of the date that signatures have.
fn date() -> String {
    let date = humantime::format_rfc3339_seconds(SystemTime::now());
    date.to_string().replace(['-', ':'], "")
}

/// Returns a request as bytes. Its signature has the form that the fake checks, but no secret.
fn request(method: &str, path: &str, date: &str, region: &str, body: Option<&Value>) -> Vec<u8> {
    let body = body.map(Value::to_string);
    let content = body.as_ref().map(|body| {
        let length = body.len();
        format!("content-type: application/json\r\ncontent-length: {length}\r\n")
    });
    let day = date.split('T').next().unwrap_or_default();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{}x-amz-date: {date}\r\n\
         authorization: AWS4-HMAC-SHA256 Credential=key/{day}/{region}/ivs/aws4_request, \
         SignedHeaders=host;x-amz-date, Signature={}\r\n\r\n{}",
        content.unwrap_or_default(),
        "0".repeat(64),
        body.unwrap_or_default()
    );
    request.into_bytes()
}

/// A connection that stays open.
struct Connection {
    reader: BufReader<TcpStream>,
    line: String,
}

impl Connection {
    fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self {
            reader: BufReader::new(stream),
            line: String::new(),
        })
    }

    /// Sends a request and returns the body of its response, which must have the status 200.
    fn call(&mut self, request: &[u8]) -> Result<Vec<u8>> {
        self.reader.get_mut().write_all(request)?;
        let (mut status, mut length) = (String::new(), 0);
        loop {
            self.line.clear();
            ensure!(
                self.reader.read_line(&mut self.line)? > 0,
                "the connection was closed"
            );
            let header = self.line.trim_end();
            if header.is_empty() {
                break;
            }
            if status.is_empty() {
                header.clone_into(&mut status);
            } else if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse()?;
            }
        }
        let mut body = vec![0; length];
        self.reader.read_exact(&mut body)?;
        let is_ok = status.starts_with("HTTP/1.1 200");
        ensure!(is_ok, "{status}: {}", String::from_utf8_lossy(&body));
        Ok(body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_request_with_a_body_has_content_headers() {
        let text = |body: Option<&Value>| {
            let request = request("POST", "/a", "20261130T161500Z", "eu-west-1", body);
            String::from_utf8(request).unwrap()
        };
        assert!(!text(None).contains("content-"), "{}", text(None));
        assert!(text(None).contains("Credential=key/20261130/eu-west-1/ivs/aws4_request,"));
        let request = text(Some(&json!({"a": 1})));
        assert!(request.contains("\r\ncontent-length: 7\r\n"), "{request}");
        assert!(request.ends_with("\r\n\r\n{\"a\":1}"), "{request}");
    }

    #[test]
    fn dates_have_the_form_of_signatures() {
        let date = date();
        assert_eq!(date.len(), 16, "{date}");
        assert!(date.ends_with('Z') && date[8..].starts_with('T'), "{date}");
    }
}
