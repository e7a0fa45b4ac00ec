//! A workbench that is killed while it saves: the file is the old one or the new one, and the next save leaves nothing of the dead one.

use super::records::send;
use super::server::Server;
use crate::folder::Folder;
use crate::tree::files;
use std::io::{Read, Write};
use std::process::Command;
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

const RECORD: &str = "/banco/processi/200-1-m/";

fn save(server: &Server, risk: &str) -> u16 {
    send(server, RECORD, &[("rischio", risk)]).status
}

/// What the form of the record sends with another risk.
fn with_risk(page: &str) -> Vec<(String, String)> {
    let mut sent = super::records::fields(page, RECORD);
    sent.iter_mut().filter(|(name, _)| name == "rischio").for_each(|(_, value)| "alto".clone_into(value));
    sent
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[test]
fn a_file_that_is_being_saved_is_the_old_one_or_the_new_one() {
    let folder = Folder::starter();
    let before = files(folder.root());
    let longest;
    {
        let server = Server::of(&folder);
        let page = server.keyed(RECORD).body;
        let sent = with_risk(&page);
        let begin = Instant::now();
        assert_eq!(server.post(RECORD, &pairs(&sent)).status, 303);
        longest = begin.elapsed();
    }
    let new = folder.read("processi.yaml");
    let old = String::from_utf8(before["data/2026-2028/processi.yaml"].clone()).expect("UTF-8");
    assert!(old != new);
    let kills: u32 = std::env::var("PIAO_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(4);
    let mut done = 0;
    for turn in 0..kills {
        folder.edit("processi.yaml", "", &old);
        let server = Server::of(&folder);
        let page = server.keyed(RECORD).body;
        let sent = with_risk(&page);
        // The file is written soon after the form has come: most of the moments are early ones.
        let moment =
            longest.min(Duration::from_secs(2)).mul_f64((f64::from(turn) / f64::from(kills)).powi(3) * 4.0 / 3.0);
        let (mut stream, request) = (server.connect(), server.form(RECORD, &pairs(&sent)));
        scope(|scope| {
            // It may be gone before all was sent, and before it answers.
            scope.spawn(move || (stream.write_all(request.as_bytes()), stream.read_to_end(&mut Vec::new())));
            sleep(moment);
            let pid = server.pid().to_string();
            assert!(Command::new("kill").args(["-9", &pid]).status().expect("kill").success());
        });
        drop(server);
        let there = folder.read("processi.yaml");
        assert!(there == old || there == new, "after {moment:?}: {there}");
        done += u32::from(there == new);
        let others = |(path, bytes): &(String, Vec<u8>)| {
            !path.ends_with("processi.yaml") && !path.contains(".piao-") && before.get(path) != Some(bytes)
        };
        assert!(!files(folder.root()).iter().map(|(path, bytes)| (path.clone(), bytes.clone())).any(|it| others(&it)));
    }
    println!("serve: {kills} kills, {done} after the file was saved");
    folder.edit("processi.yaml", "", &old);
    let server = Server::of(&folder);
    assert_eq!(save(&server, "alto"), 303);
    drop(server);
    assert_eq!(folder.read("processi.yaml"), new);
    let left = files(folder.root()).into_keys().filter(|path| path.contains("2026-2028/.piao-"));
    assert_eq!(left.collect::<Vec<_>>(), [""; 0]);
}
