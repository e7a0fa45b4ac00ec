//! Requests that should not be, and what each gets.

use super::server::Server;
use crate::folder::Folder;
use std::io::{Read, Write};

const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

/// Stands in a row for the line that brings the key.
const KEY: &str = "KEY";

/// What is asked, how, where and with which lines of its head; the status that it gets.
type Row<'r> = (&'r str, &'r str, &'r str, &'r [&'r str], u16);

/// Who looks.
const LOOKING: &[Row<'_>] = &[
    ("a page", "GET", "/", &[], 200),
    ("the head of a page", "HEAD", "/", &[], 200),
    ("the workbench, looked at", "GET", "/banco/", &[], 200),
    ("a page that is not there", "GET", "/nulla/", &[], 404),
    ("a page of the workbench that is not there", "GET", "/banco/nulla/", &[], 404),
    ("a file of the folder", "GET", "/segreto.txt", &[], 404),
    ("a file of the data", "GET", "/data/ente.yaml", &[], 404),
    ("out of the folder", "GET", "/../segreto.txt", &[], 400),
    ("out of it, encoded", "GET", "/%2e%2e/segreto.txt", &[], 400),
    ("out of it, encoded twice", "GET", "/%252e%252e/segreto.txt", &[], 404),
    ("out of it by a backslash", "GET", "/..%5csegreto.txt", &[], 400),
    ("an absolute path", "GET", "//etc/passwd", &[], 400),
    ("a nought", "GET", "/a%00.html", &[], 400),
    ("a line break", "GET", "/%0d%0aSet-Cookie:%20a=b", &[], 400),
    ("no UTF-8", "GET", "/%ff%fe", &[], 400),
    ("resources out of their place", "GET", "/banco/risorse/../templates/base.html", &[], 400),
    ("resources out of their place, encoded", "GET", "/banco/risorse/%2e%2e%2ftemplates%2fbase.html", &[], 400),
    ("another method", "PUT", "/banco/", &[KEY], 405),
    ("one that deletes", "DELETE", "/banco/processi/", &[KEY], 405),
    ("a preflight", "OPTIONS", "/banco/", &["Origin: https://esempio.it", "Access-Control-Request-Method: POST"], 405),
    ("a picture on another site", "GET", "/banco/", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"], 403),
    ("a link on another site", "GET", "/banco/", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"], 200),
];

/// Who wants something done.
const SENDING: &[Row<'_>] = &[
    ("closing without the key", "POST", "/banco/chiudi", &[FORM, "Content-Length: 0"], 403),
    ("closing with a wrong key", "POST", "/banco/chiudi?chiave=sbagliata", &[FORM, "Content-Length: 0"], 403),
    ("closing by looking", "GET", "/banco/chiudi", &[KEY], 404),
    (
        "a form of another site",
        "POST",
        "/banco/correggi",
        &[KEY, FORM, "Origin: https://esempio.it", "Content-Length: 0"],
        403,
    ),
    ("a form of a file", "POST", "/banco/correggi", &[KEY, FORM, "Origin: null", "Content-Length: 0"], 403),
    (
        "a form of another port",
        "POST",
        "/banco/correggi",
        &[KEY, FORM, "Origin: http://127.0.0.1:1", "Content-Length: 0"],
        403,
    ),
    (
        "a form of a neighbouring site",
        "POST",
        "/banco/correggi",
        &[KEY, FORM, "Sec-Fetch-Site: same-site", "Content-Length: 0"],
        403,
    ),
    (
        "a form sent from elsewhere",
        "POST",
        "/banco/correggi",
        &[KEY, FORM, "Referer: https://esempio.it/", "Content-Length: 0"],
        403,
    ),
    ("a form for the site", "POST", "/", &[KEY, FORM, "Content-Length: 0"], 405),
    ("a column without the key", "POST", "/banco/colonne/processi/", &[FORM, "Content-Length: 0"], 403),
    ("the rules without the key", "POST", "/banco/controlli/", &[FORM, "Content-Length: 0"], 403),
    (
        "a column from another site",
        "POST",
        "/banco/colonne/processi/",
        &[KEY, FORM, "Origin: https://esempio.it", "Content-Length: 0"],
        403,
    ),
    (
        "the rules from another site",
        "POST",
        "/banco/controlli/",
        &[KEY, FORM, "Sec-Fetch-Site: cross-site", "Content-Length: 0"],
        403,
    ),
    ("a column of no table", "POST", "/banco/colonne/nulla/", &[KEY, FORM, "Content-Length: 0"], 404),
    ("a column out of the folder", "GET", "/banco/colonne/..%2f..%2fsegreto/", &[KEY], 400),
    ("JSON", "POST", "/banco/correggi", &[KEY, "Content-Type: application/json", "Content-Length: 2"], 415),
    ("plain text", "POST", "/banco/correggi", &[KEY, "Content-Type: text/plain", "Content-Length: 2"], 415),
    ("too much", "POST", "/banco/correggi", &[KEY, FORM, "Content-Length: 99999999"], 413),
    ("a length that is none", "POST", "/banco/correggi", &[KEY, FORM, "Content-Length: -1"], 400),
];

#[test]
fn each_hostile_request_gets_its_status() {
    let folder = Folder::starter();
    folder.write("/segreto.txt", "segreto");
    let before = crate::tree::files(folder.root());
    let server = Server::of(&folder);
    let long = format!("/{}", "a".repeat(5000));
    let many = ["X-A: 1"; 100];
    let extremes: [Row<'_>; 2] =
        [("a long address", "GET", &long, &[], 414), ("many lines of head", "GET", "/", &many, 431)];
    for (what, method, path, lines, status) in LOOKING.iter().chain(SENDING).copied().chain(extremes) {
        let key = server.cookie();
        let lines: Vec<&str> = lines.iter().map(|line| if *line == KEY { key.as_str() } else { line }).collect();
        let answer = server.raw(server.head(method, path, &lines).as_bytes());
        assert_eq!(answer.status, status, "{what}: {}\n{}", answer.head, answer.body);
        assert!(!answer.body.contains("segreto"), "{what}");
        assert!(answer.header("access-control-allow-origin").is_none(), "{what}");
    }
    assert_eq!(server.get("/banco/").status, 200, "it is still there");
    drop(server);
    let mut after = crate::tree::files(folder.root());
    after.remove(".piao-banco");
    assert_eq!(after, before, "nothing was touched");
}

#[test]
fn what_is_no_utf8_is_refused_and_not_written_as_something_else() {
    let folder = Folder::starter();
    let before = folder.read("smart-team.yaml");
    let server = Server::of(&folder);
    let key = server.cookie();
    for body in ["nome=%FF", "nome=a\u{fffd}%C3", "%E0%A0=x"] {
        let length = format!("Content-Length: {}", body.len());
        let head = server.head("POST", "/banco/smart-team/tributi/", &[&key, FORM, &length]);
        let answer = server.raw(format!("{head}{body}").as_bytes());
        assert!(answer.status == 400 && answer.body.contains("UTF-8"), "{body}: {}", answer.body);
    }
    assert_eq!(folder.read("smart-team.yaml"), before);
    assert_eq!(server.post("/banco/smart-team/tributi/", &[("nome", "\u{fffd}")]).status, 303, "a letter like others");
}

#[test]
fn only_this_machine_is_answered_by_its_name() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let port = server.port;
    let ask = |host: &str| server.raw(format!("GET / HTTP/1.1\r\n{host}Connection: close\r\n\r\n").as_bytes()).status;
    for ours in ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"] {
        assert_eq!(ask(&format!("Host: {ours}:{port}\r\n")), 200, "{ours}");
    }
    for other in ["esempio.it", "127.0.0.1.esempio.it", "localhost.", "0.0.0.0", "127.0.0.2"] {
        assert_eq!(ask(&format!("Host: {other}:{port}\r\n")), 403, "{other}");
    }
    assert_eq!(ask("Host: 127.0.0.1\r\n"), 403, "without its port");
    assert_eq!(ask(""), 400, "without a name");
    assert_eq!(ask(&format!("Host: 127.0.0.1:{port}\r\nHost: esempio.it\r\n")), 400, "two names");
    let whole = format!("GET http://esempio.it/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    assert_eq!(server.raw(whole.as_bytes()).status, 403, "another name in the address");
    for nonsense in ["", "\r\n\r\n", "GET\r\n\r\n", "\u{16}\u{3}\u{1}", "GET / HTTP/9.9\r\n\r\n"] {
        let mut stream = server.connect();
        stream.write_all(nonsense.as_bytes()).expect("sent");
        stream.shutdown(std::net::Shutdown::Write).expect("no more");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!(!answer.starts_with(b"HTTP/1.1 200"), "{nonsense:?}");
    }
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_body_without_end_is_cut_off() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let head = server.head("POST", "/banco/correggi", &[&server.cookie(), FORM, "Transfer-Encoding: chunked"]);
    let piece = format!("10000\r\n{}\r\n", "a".repeat(0x10000));
    let answer = server.raw((head + &piece.repeat(100)).as_bytes());
    assert!(matches!(answer.status, 413 | 0), "{}", answer.head);
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_slow_client_holds_nobody_up() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let slow: Vec<_> = (0..50)
        .map(|number| {
            let mut stream = server.connect();
            let head = server.head("POST", "/banco/correggi", &[&server.cookie(), FORM, "Content-Length: 1000"]);
            let part = if number % 2 == 0 { &head[..20] } else { &head[..] };
            stream.write_all(part.as_bytes()).expect("sent");
            stream
        })
        .collect();
    for _ in 0..20 {
        assert_eq!(server.get("/").status, 200);
        assert_eq!(server.post("/banco/correggi", &[]).status, 303);
    }
    drop(slow);
}

#[cfg(target_os = "linux")]
#[test]
fn ten_thousand_requests_leave_nothing_behind() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let count = || {
        let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid())).expect("its status");
        let threads = status.lines().find_map(|line| line.strip_prefix("Threads:")).expect("threads").trim().to_owned();
        let open = std::fs::read_dir(format!("/proc/{}/fd", server.pid())).expect("its files").count();
        (threads.parse::<usize>().expect("a number"), open)
    };
    let paths = ["/banco/risorse/segui.js", "/banco/risorse/nulla", "/a/../b", "/robots.txt"];
    let ask = |most: usize| {
        let mut stream = server.connect();
        let each = |number: usize| {
            format!("GET {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", paths[number % paths.len()], server.port)
        };
        for number in 0..most {
            stream.write_all(each(number).as_bytes()).expect("sent");
            let mut buffer = [0; 16 * 1024];
            let mut answer = Vec::new();
            loop {
                let read = stream.read(&mut buffer).expect("an answer");
                answer.extend_from_slice(&buffer[..read]);
                let text = String::from_utf8_lossy(&answer);
                let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
                let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
                if body.len() >= length.parse::<usize>().expect("a number") {
                    break;
                }
            }
        }
    };
    ask(100);
    server.get("/");
    let before = count();
    for _ in 0..100 {
        ask(100);
    }
    let after = count();
    assert!(after.0 <= before.0 && after.1 <= before.1 + 2, "threads and files: {before:?}, then {after:?}");
}
