//! A workbench that runs, and requests written byte by byte.

use crate::folder::Folder;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::Duration;

/// A workbench on a port of its own; it ends with this value.
pub struct Server {
    child: Child,
    err: Option<ChildStderr>,
    pub port: u16,
    pub key: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    /// The value of a line of the head.
    pub fn header(&self, name: &str) -> Option<&str> {
        let line = |line: &'_ str| line.split_once(": ").filter(|(own, _)| own.eq_ignore_ascii_case(name)).map(|_| ());
        self.head.lines().find(|it| line(it).is_some()).and_then(|it| it.split_once(": ")).map(|(_, value)| value)
    }
}

impl Server {
    /// Serves a folder.
    pub fn of(folder: &Folder) -> Self {
        Self::at(folder.root())
    }

    pub fn at(root: &Path) -> Self {
        Self::within(root, &[])
    }

    /// The same with variables of the environment.
    pub fn within(root: &Path, variables: &[(&str, &Path)]) -> Self {
        let mut child = Command::new(crate::run::program())
            .args(["serve", "--port", "0", "--no-browser"])
            .current_dir(root)
            .env("NO_COLOR", "1")
            .env("SOURCE_DATE_EPOCH", "1768478400")
            .env("XDG_CACHE_HOME", crate::run::CACHE)
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut first).expect("the address");
        let address = first.trim_end();
        let rest = address.strip_prefix("http://127.0.0.1:").unwrap_or_else(|| panic!("«{address}» is the address"));
        let (port, key) = rest.split_once("/banco/?chiave=").expect("the key in the address");
        let err = child.stderr.take();
        Self { child, err, port: port.parse().expect("a port"), key: key.to_owned() }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        // Longer than any answer takes: what hangs must fail and not hang the tests.
        stream.set_read_timeout(Some(Duration::from_mins(1))).expect("a limit");
        stream
    }

    /// Sends bytes as they are, and reads all that comes back.
    pub fn raw(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // Whoever is refused at once may have no chance to send the rest.
        let _ = stream.write_all(bytes);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        let all = String::from_utf8_lossy(&all).into_owned();
        let (head, body) = all.split_once("\r\n\r\n").unwrap_or((&all, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// The head of a request that comes from this machine, up to its last line.
    pub fn head(&self, method: &str, path: &str, lines: &[&str]) -> String {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n", self.port);
        for line in lines {
            head.push_str(&line.replace("PORT", &self.port.to_string()));
            head.push_str("\r\n");
        }
        head + "\r\n"
    }

    pub fn get(&self, path: &str) -> Answer {
        self.raw(self.head("GET", path, &[]).as_bytes())
    }

    pub fn cookie(&self) -> String {
        format!("Cookie: piao-banco-{}={}", self.port, self.key)
    }

    /// Looks as one who has the key.
    pub fn keyed(&self, path: &str) -> Answer {
        self.raw(self.head("GET", path, &[&self.cookie()]).as_bytes())
    }

    /// Sends a form as a browser with the key does.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.raw(self.form(path, fields).as_bytes())
    }

    /// The request by which it is sent.
    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let body = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        let body = body.collect::<Vec<_>>().join("&");
        let length = format!("Content-Length: {}", body.len());
        let lines = [
            self.cookie(),
            "Content-Type: application/x-www-form-urlencoded".to_owned(),
            "Origin: http://127.0.0.1:PORT".to_owned(),
            "Sec-Fetch-Site: same-origin".to_owned(),
            length,
        ];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        self.head("POST", path, &lines) + &body
    }

    /// Waits for the end, and gives the status and what was said on standard error.
    pub fn ended(mut self) -> (Option<i32>, String) {
        let status = self.child.wait().expect("an end").code();
        let mut said = String::new();
        self.err.take().expect("its standard error").read_to_string(&mut said).expect("UTF-8");
        (status, said)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let mut said = String::new();
        if let Some(mut err) = self.err.take() {
            let _ = err.read_to_string(&mut said);
        }
        assert!(std::thread::panicking() || !said.contains("panicked"), "{said}");
    }
}

/// A text as a form sends it.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
