//! What the guides of the repository say, held against the repository: links, commands, the two languages.

use crate::folder::repository;
use crate::run::Run;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::fs;

const GUIDES: [&str; 10] = [
    "README.md",
    "README.it.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "ARCHITECTURE.md",
    "docs/aspetto.md",
    "docs/controlli.md",
    "docs/gennaio.md",
    "docs/promesse.md",
    "SECURITY.md",
];

fn text(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines of the blocks marked `sh`.
fn commands(path: &str) -> Vec<String> {
    let guide = text(path);
    let mut commands = Vec::new();
    let mut inside = false;
    for event in Parser::new(&guide) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => inside = &*language == "sh",
            Event::End(TagEnd::CodeBlock) => inside = false,
            Event::Text(text) if inside => commands.extend(text.lines().map(str::to_owned)),
            _ => {}
        }
    }
    commands
}

/// Where links and pictures lead, addresses of the web left out.
fn targets(guide: &str) -> Vec<String> {
    let lead = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    };
    Parser::new(guide).filter_map(lead).filter(|target| !target.starts_with("https://")).collect()
}

#[test]
fn links_of_the_guides_lead_to_files_that_are_there() {
    for path in GUIDES {
        let folder = repository().join(path);
        let folder = folder.parent().expect("a folder");
        for target in targets(&text(path)) {
            let file = target.split('#').next().expect("a path");
            assert!(file.is_empty() || folder.join(file).exists(), "{path} links `{target}`");
        }
    }
}

#[test]
fn both_readmes_give_the_two_commands_and_link_each_other() {
    let expected = ["cargo run --release -- build", "bash tests/run.sh"];
    assert_eq!(commands("README.md"), expected);
    assert_eq!(commands("README.it.md"), expected);
    assert!(targets(&text("README.md")).contains(&"README.it.md".to_owned()));
    assert!(targets(&text("README.it.md")).contains(&"README.md".to_owned()));
    // What continuous integration runs is the command of the README.
    assert!(text(".ci/run").contains("exec bash tests/run.sh"));
}

#[test]
fn the_italian_readme_lists_every_command_with_its_alias() {
    let guide = text("README.it.md");
    let help = Run::new(repository(), ["--aiuto"]).run().out;
    let listed = help.split("Comandi:").nth(1).expect("the list of commands");
    let names: Vec<&str> = listed
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.contains(&"build") && names.len() >= 7, "{help}");
    for name in names {
        assert!(guide.contains(&format!("| `piao {name}")), "README.it.md does not list `piao {name}`");
    }
    let rows = guide.lines().filter(|line| line.starts_with("| `piao "));
    for row in rows {
        let alias = row.split("(`").nth(1).and_then(|rest| rest.split('`').next()).expect("an alias");
        Run::new(repository(), [alias, "--aiuto"]).run();
    }
}

#[test]
fn commands_of_the_guide_for_contributors_name_tests_that_exist() {
    let known = ["it", "corpus", "properties"];
    let commands = commands("CONTRIBUTING.md");
    assert!(commands.iter().any(|command| command.starts_with("cargo test")), "{commands:?}");
    for command in commands.iter().filter(|command| command.starts_with("cargo test --test ")) {
        let mut words = command.split_whitespace().skip(3);
        let program = words.next().expect("a program of tests");
        assert!(known.contains(&program), "{command}");
        let Some(filter) = words.next().filter(|word| !word.starts_with('-')) else { continue };
        let module = filter.split("::").next().expect("a module");
        let folder = repository().join("tests").join(program);
        let there = folder.join(format!("{module}.rs")).exists() || folder.join(module).exists();
        assert!(there, "{command}: tests/{program} has no module `{module}`");
    }
    for command in commands.iter().filter(|command| command.starts_with("node ") || command.starts_with("bash ")) {
        let script = command.split_whitespace().nth(1).expect("a script");
        assert!(repository().join(script).exists(), "{command}");
    }
}

/// What the guide for the secretariat prints in bold is written at the workbench, and the files that it names are those of a starter.
#[test]
fn the_guide_to_january_says_the_words_of_the_workbench() {
    let guide = text("docs/gennaio.md");
    let mut bench = String::new();
    for folder in ["src/workbench/look/templates", "src/workbench/page", "src/readiness"] {
        for (_, bytes) in crate::tree::files(&repository().join(folder)) {
            bench.push_str(&String::from_utf8(bytes).expect("UTF-8"));
        }
    }
    let (mut is_bold, mut words) = (false, 0);
    for event in Parser::new(&guide) {
        match event {
            Event::Start(Tag::Strong) => is_bold = true,
            Event::End(TagEnd::Strong) => is_bold = false,
            Event::Text(word) if is_bold && &*word != "neretto" => {
                words += 1;
                assert!(bench.contains(&*word), "docs/gennaio.md says «{word}», the workbench does not");
            }
            Event::Code(file) if file.starts_with("apri-il-banco") => {
                assert!(repository().join("src/scaffold/double_click").join(&*file).is_file(), "{file}");
            }
            _ => {}
        }
    }
    assert!(words > 25, "{words}");
    assert!(targets(&text("README.it.md")).contains(&"docs/gennaio.md".to_owned()));
}

#[test]
fn the_changelog_begins_with_what_is_not_released_and_knows_this_version() {
    let guide = text("CHANGELOG.md");
    let headings: Vec<&str> = guide.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(headings.first(), Some(&"Unreleased"));
    assert!(headings.contains(&env!("CARGO_PKG_VERSION")), "{headings:?}");
}

/// Each row ends with the tests that prove it; one of Rust is a file and a function that is marked as a test, one of the browser a file that is run.
#[test]
fn every_promise_names_a_test_that_is_there() {
    let guide = text("docs/promesse.md");
    let browser = text("tests/browser/all.mjs") + &text("tests/run.sh");
    // What follows the promises is what was measured.
    let (promises, _) = guide.split_once("\n## Che cosa si è misurato\n").expect("the measures");
    let rows = promises.lines().filter(|line| line.starts_with("| ") && *line != "| promessa | prova |");
    let mut proofs = 0;
    for row in rows {
        let (_, proof) = row.trim_end_matches(" |").rsplit_once(" | ").expect("two columns");
        for proof in proof.split(", ") {
            let proof = proof.strip_prefix('`').and_then(|proof| proof.strip_suffix('`')).expect("a name as code");
            proofs += 1;
            let Some((file, function)) = proof.split_once("::") else {
                let name = proof.strip_prefix("tests/browser/").and_then(|name| name.strip_suffix(".mjs"));
                assert!(repository().join(proof).is_file(), "{row}");
                assert!(browser.contains(name.unwrap_or_else(|| panic!("{row}: neither a test nor a check"))), "{row}");
                continue;
            };
            let code = text(file);
            // Tests that are made of a table have the name of its entry, after what they do with it.
            if let Some((_, entry)) = function.split_once("::") {
                assert!(code.contains(&format!("\n    {entry}: [")), "{row}: no such entry");
                continue;
            }
            let (before, _) =
                code.split_once(&format!("fn {function}(")).unwrap_or_else(|| panic!("{row}: no such test"));
            let attribute = before.rsplit_once("#[").expect("an attribute").1;
            assert!(attribute.starts_with("test]"), "{row}: no test");
        }
    }
    assert!(proofs > 30, "{proofs}");
    for readme in ["README.md", "README.it.md"] {
        assert!(targets(&text(readme)).contains(&"docs/promesse.md".to_owned()), "{readme}");
    }
}
