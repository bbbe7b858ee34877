//! A server as a process, whose first line of output is its address.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// A running server; dropping it kills the process.
pub(crate) struct ServerProcess {
    process: Child,
    /// The first line that it printed.
    pub(crate) address: String,
}

impl ServerProcess {
    /// Starts `command` and waits for the line with the address.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let process = command.stdout(Stdio::piped()).spawn();
        let process = process.with_context(|| format!("{command:?}"))?;
        let mut server = Self {
            process,
            address: String::new(),
        };
        if let Some(stdout) = &mut server.process.stdout {
            BufReader::new(stdout).read_line(&mut server.address)?;
        }
        server.address.truncate(server.address.trim_end().len());
        match server.address.is_empty() {
            true => bail!("{command:?} did not start"),
            false => Ok(server),
        }
    }

    /// Returns the resident memory, or `None` if the system has no `/proc`.
    pub(crate) fn resident_bytes(&self) -> Result<Option<f64>> {
        if !Path::new("/proc/self/status").exists() {
            return Ok(None);
        }
        let path = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(&path).context(path)?;
        resident_bytes(&status).context("no VmRSS").map(Some)
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        // Killing fails only if the process has already exited.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn resident_bytes(status: &str) -> Option<f64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resident_memory_is_read_in_bytes() {
        let status = "Name:\tivs-fake\nVmHWM:\t    9000 kB\nVmRSS:\t    8192 kB\n";
        assert_eq!(resident_bytes(status), Some(8_388_608.0));
        assert_eq!(resident_bytes("Name:\tivs-fake\n"), None);
    }
}
