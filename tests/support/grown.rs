//! A folder of an administration with as many processes as one wants: a team for each twelve of them, a service for each fifteen.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What processes are about: their texts are all different, as those of a real annex are.
const SUBJECTS: [&str; 7] = ["tributi", "atti", "permessi", "contratti", "contributi", "archivi", "verbali"];

/// The folder, with `count` processes.
pub fn folder(count: usize) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in piao::scaffold::files() {
        write(root.path(), &path, text);
    }
    let (teams, services) = (count.div_ceil(12), count.div_ceil(15));
    let mut text = "aree:\n  - id: risorse\n    nome: Risorse\nservizi:\n".to_owned();
    for row in 0..services {
        let _ = writeln!(
            text,
            "  - id: ufficio-{row}\n    nome: Ufficio numero {row}\n    prefisso: \"{row}\"\n    area: risorse"
        );
    }
    write(root.path(), "data/2026-2028/servizi.yaml", &text);
    let mut text = "smart_team:\n".to_owned();
    for row in 0..teams {
        let service = row * services / teams;
        let _ = writeln!(
            text,
            "  - id: gruppo-{row}\n    nome: Gruppo numero {row}\n    servizio: ufficio-{service}\n    smartabilita: smartabile"
        );
    }
    write(root.path(), "data/2026-2028/smart-team.yaml", &text);
    let mut text = "processi:\n".to_owned();
    for row in 0..count {
        let (team, subject) = (row * teams / count, SUBJECTS[row % SUBJECTS.len()]);
        let service = team * services / teams;
        let _ = writeln!(
            text,
            "  - codice: {service}-{row}-B\n    rischio: basso\n    processo: Gestione dei {subject}, parte {row}\n    \
             finalita: Curare la parte {row} dei {subject} nei tempi previsti\n    input: [Domanda della parte {row}]\n    \
             fasi: [Esame della parte {row}, Risposta sui {subject} della parte {row}]\n    output: [Atto della parte {row}]\n    \
             area: [risorse]\n    smart_team: [gruppo-{team}]\n    smartabilita: si\n    supporti_cartacei: no"
        );
    }
    write(root.path(), "data/2026-2028/processi.yaml", &text);
    let mut text = "software:\n".to_owned();
    for row in 0..count {
        let _ = writeln!(text, "  - nome: Programma numero {row}\n    scopo: Registrazione della parte {row}");
    }
    write(root.path(), "data/2026-2028/software.yaml", &text);
    root
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
    fs::write(path, text).expect("the file is written");
}
