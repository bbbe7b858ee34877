//! A headless Chromium, driven by its DevTools protocol over pipes.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// A browser with one page, killed when it is dropped.
pub(crate) struct Browser {
    child: Child,
    requests: ChildStdin,
    responses: BufReader<ChildStdout>,
    session: Option<String>,
    next_id: u64,
    /// The exceptions that scripts of the page did not catch.
    pub(crate) exceptions: Vec<String>,
    profile: PathBuf,
}

/// Returns the path of a Chromium; `None` if this machine has none.
fn program() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let path = std::env::var_os("PATH")?;
    let candidates = std::env::split_paths(&path);
    let mut candidates = candidates.flat_map(|folder| names.map(|name| folder.join(name)));
    candidates.find(|candidate| candidate.is_file())
}

impl Browser {
    /// Opens a page; `None` if this machine has no Chromium.
    pub(crate) fn open(url: &str) -> Option<Self> {
        let program = program()?;
        let profile = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("chromium-{}", std::process::id()));
        // Chromium expects the pipes as file descriptors 3 and 4.
        let script = r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#;
        let mut child = Command::new("sh")
            .args(["-c", script])
            .arg(program)
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-pipe",
            ])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let requests = child.stdin.take().expect("a pipe");
        let responses = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut browser = Self {
            child,
            requests,
            responses,
            session: None,
            next_id: 1,
            exceptions: Vec::new(),
            profile,
        };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let parameters = json!({"targetId": target["targetId"], "flatten": true});
        let session = browser.call("Target.attachToTarget", parameters);
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        browser.call("Runtime.enable", json!({}));
        browser.call("Page.navigate", json!({"url": url}));
        Some(browser)
    }

    /// Calls a method of the protocol.
    pub(crate) fn call(&mut self, method: &str, parameters: Value) -> Value {
        let id = self.next_id;
        self.next_id += 1;
        let mut request = json!({"id": id, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            request["sessionId"] = session.as_str().into();
        }
        let text = format!("{request}\0");
        self.requests
            .write_all(text.as_bytes())
            .expect("a running browser");
        self.requests.flush().expect("a running browser");
        loop {
            let mut message = Vec::new();
            self.responses
                .read_until(0, &mut message)
                .expect("a running browser");
            assert_eq!(message.pop(), Some(0), "the browser ended");
            let mut message: Value = serde_json::from_slice(&message).expect("JSON");
            if message["method"] == "Runtime.exceptionThrown" {
                self.exceptions.push(message["params"].to_string());
            }
            if message["id"] == id {
                assert!(message["error"].is_null(), "{method}: {message}");
                return message["result"].take();
            }
        }
    }

    /// Evaluates an expression in the page.
    pub(crate) fn evaluate(&mut self, expression: &str) -> Value {
        let parameters =
            json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let mut result = self.call("Runtime.evaluate", parameters);
        assert!(
            result["exceptionDetails"].is_null(),
            "{expression}: {result}"
        );
        result["result"]["value"].take()
    }

    /// Waits until an expression is true.
    pub(crate) fn wait_for(&mut self, expression: &str) {
        let start = Instant::now();
        while self.evaluate(expression) != true {
            let text = self.evaluate("document.body?.innerText");
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "{expression}: {text}"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Clicks the element with this accessible name, set by `aria-label` or by its text.
    pub(crate) fn click(&mut self, name: &str) {
        let name = json!(name);
        let clicked = self.evaluate(&format!(
            "(() => {{ const button = [...document.querySelectorAll('button')].find((button) => \
             (button.getAttribute('aria-label') ?? button.textContent) === {name}); \
             button?.click(); return button !== undefined; }})()"
        ));
        assert_eq!(clicked, true, "no button {name}");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
