//! Marks of the chapters that become nothing: each kind is found at its line, its certain fix gives what was meant, and of
//! texts that only look alike nothing is said.

use crate::folder::Folder;
use crate::found::checked;
use piao::diagnostic::Finding;
use piao::load::Overlay;

const CHAPTER: &str = "content/2026-2028/01-premessa.md";
const HEAD: &str = "---\ntitolo: Premessa\nordine: 1\n---\n\n";

/// What is found in a chapter: code, line of the text (from 1) and the text as its certain fixes, if any, make it.
fn found(folder: &Folder, text: &str) -> (Vec<(&'static str, usize)>, String) {
    let whole = format!("{HEAD}{text}\n");
    let overlay = Overlay::from([(CHAPTER.to_owned(), whole.clone())]);
    let (loaded, findings) = checked(folder.root(), &overlay);
    let mut mended = whole;
    let own = |finding: &&Finding| loaded.sources.get(finding.span.source).path() == CHAPTER;
    let own: Vec<&Finding> = findings.iter().filter(own).collect();
    for fix in own.iter().rev().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.is_certain()) {
        mended.replace_range(fix.span.start as usize..fix.span.end as usize, &fix.replacement);
    }
    let place = |finding: &&Finding| {
        let line = loaded.sources.get(finding.span.source).position(finding.span.start as usize).line;
        (finding.rule.code, line.saturating_sub(HEAD.lines().count()))
    };
    (own.iter().map(place).collect(), mended[HEAD.len()..].trim_end().to_owned())
}

/// Each text, and the rule and line that must be found in it; nothing else may be.
const WRONG: &[(&str, &str, usize)] = &[
    // Tables.
    ("| Voce | Numero |\n| Aree | 3 |", "LA513", 1),
    ("Voce | Numero\nAree | 3\nServizi | 5", "LA513", 1),
    ("Testo.\n\n| Voce | Numero |", "LA513", 3),
    ("| Voce | Numero |\n|---|---|---|\n| Aree | 3 |", "LA513", 2),
    ("| Voce | Numero |\n|---|\n| Aree | 3 |", "LA513", 2),
    ("| Voce | Numero |\n|–––|–––|\n| Aree | 3 |", "LA513", 2),
    ("| Voce | Numero |\n|===|===|\n| Aree | 3 |", "LA513", 2),
    ("+------+------+\n| Voce | Numero |\n+------+------+\n| Aree | 3 |", "LA513", 1),
    ("|---|---|\n| Aree | 3 |", "LA513", 1),
    ("| Voce | Numero |\n\n|---|---|\n| Aree | 3 |", "LA513", 3),
    ("| Voce | Numero |\n|---|---|\n\n| Aree | 3 |", "LA513", 4),
    ("| Voce | Numero |\n|---|---|\n| Aree | 3 |\n\n| Servizi | 5 |\n\n| Smart team | 7 |", "LA513", 5),
    ("| Voce | Numero |\n| Aree | 3 |\n|---|---|\n| Servizi | 5 |", "LA513", 1),
    ("| Voce | Numero |\n|---|---|\n| Aree | 3 | 4 |", "LA513", 3),
    ("| Voce | Numero |\n|---|---|\n| Aree |", "LA513", 3),
    ("| Voce | Numero |\n|---|---|\n| Aree | 3 |\nSeguono gli uffici.", "LA513", 4),
    // Links.
    ("Si veda [la tavola] (processi/).", "LA409", 1),
    ("Si veda [il sito] (https://www.comune.esempio.it).", "LA409", 1),
    ("Si veda [la tavola](processi/ per sapere.", "LA409", 1),
    ("Si veda [la tavola](processi/\n", "LA409", 1),
    ("Si veda (la tavola)[processi/].", "LA409", 1),
    ("Si veda [la tavola](le nostre tavole/).", "LA409", 1),
    ("Si veda la tavola](processi/).", "LA409", 1),
    ("Si veda [la tavola][tavola].", "LA410", 1),
    ("Si veda [la tavola][].", "LA410", 1),
    // Footnotes.
    ("Gli uffici[^1].", "LA411", 1),
    ("Gli uffici[^1].\n\n[^1] Tutti.", "LA411", 3),
    ("Gli uffici.\n\n[^nota]: Tutti.", "LA412", 3),
    // Marks.
    ("**Attenzione: si firma.", "LA514", 1),
    ("**Attenzione ** si firma.", "LA514", 1),
    ("** Attenzione ** si firma.", "LA514", 1),
    ("Si veda la **Nota:**testo.", "LA514", 1),
    ("Si firma l'**accordo*.", "LA514", 1),
    ("Si firma l'*accordo individuale.", "LA514", 1),
    ("Si firma l'accordo** individuale.", "LA514", 1),
    ("Si firma _l'accordo individuale.", "LA514", 1),
    ("Si firma __l'accordo__individuale.", "LA514", 1),
    ("Il comando `piao check si usa.", "LA514", 1),
    ("Si firma l`accordo.", "LA514", 1),
    ("Si firma ~~l'accordo individuale.", "LA514", 1),
    ("Testo.\n\n```\ncodice\n\nTesto.", "LA514", 3),
    // Lists.
    ("• aree;\n• servizi.", "LA515", 1),
    ("Si contano:\n• aree;\n• servizi.", "LA515", 2),
    ("Si contano:\n▪ aree.", "LA515", 2),
    ("– aree;\n– servizi.", "LA515", 1),
    ("· aree;\n· servizi.", "LA515", 1),
    ("-aree;\n-servizi.", "LA515", 1),
    ("a) aree;\nb) servizi.", "LA515", 1),
    ("Si contano:\n\n(i) aree;\n(ii) servizi.", "LA515", 3),
    ("1)aree;\n2)servizi.", "LA515", 1),
    ("1.aree;\n2.servizi.", "LA515", 1),
    ("Si contano:\n2) aree;\n3) servizi.", "LA515", 2),
    // Headings.
    ("##Titolo", "LA516", 1),
    ("###\u{a0}Titolo", "LA516", 1),
    ("#Titolo", "LA516", 1),
    ("Testo.\n##Titolo", "LA516", 2),
    ("####### Titolo", "LA516", 1),
    // HTML.
    ("Prima<br>poi.", "LA517", 1),
    ("<u>parole</u> e altro.", "LA517", 1),
    ("<p>parole</p>", "LA517", 1),
    ("Testo.\n\n<!-- da rivedere -->", "LA517", 3),
    ("Prima<o:p></o:p> poi.", "LA517", 1),
    // Expressions.
    ("Le aree sono { totali.aree }.", "LA208", 1),
    ("Le aree sono {totali.aree}}.", "LA208", 1),
    ("Le aree sono { { totali.aree } }.", "LA208", 1),
    ("Le aree sono totali.aree }}.", "LA208", 1),
    ("Le aree sono {{ totali.aree }}}.", "LA208", 1),
    ("{ tabella(\"processi\") }", "LA208", 1),
];

/// Texts of which nothing is to be said.
const RIGHT: &[&str] = &[
    "Il file snake_case_di_prova e la variabile `_id`.",
    "Sono 5 * 3 = 15, e 2*3*4 = 24; 2 ** 3 no.",
    "Il personale* può chiederlo.\n\n\\* Salvo i dirigenti.",
    "Il personale* può chiederlo.\n\n*Salvo i dirigenti.",
    "Il segno (*) e il segno (**) sono richiami.",
    "Il personale* e i dirigenti** possono.\n\n\\*\\* Dal 2026.\n\n** Dal 2026.",
    "Fotocopia A4 | 0,10 euro | Fotocopia A3 | 0,20 euro.",
    "Home | Servizi | Contatti",
    "Fotocopia A4 | 0,10 euro  \nFotocopia A3 | 0,20 euro  \nFotocopia A2 | 0,30 euro",
    "| Voce | Prezzo |\n|:--|--:|\n| Fotocopia \\| A4 | 0,10 |\n| `a` | **b** |",
    "Voce | Prezzo\n--- | ---\nFotocopia | 0,10",
    "Meno di 3 uffici (< 3), più di 5 (> 5), `<br>` e <nome>.",
    "| Sede | Orari |\n|---|---|\n| Municipio | lunedì<br>martedì<br/>venerdì |",
    "[omissis] (art. 5) e [sic] (si veda oltre), [1][2].",
    "Si veda [la tavola](processi/) e [il sito][sito].\n\n[sito]: https://www.comune.esempio.it",
    "Gli uffici[^1].\n\n[^1]: Tutti.",
    "1) aree;\n2) servizi.",
    "1. aree;\n2. servizi.",
    "a) aree;\n\nb) servizi.",
    "a) aree;  \nb) servizi.",
    "Gli uffici\n– anche quelli piccoli –\nsono tre.",
    "La temperatura scende a\n-3 gradi e poi a\n-5 gradi.",
    "- aree;\n- servizi.",
    "#88 è il numero della pratica, #PAdigitale il motto.",
    "Nella riga\n#3 si scrive il numero.",
    "## Titolo *in corsivo*\n\n**Grassetto:** testo, **«citato»**, *uno*-due.",
    "Un insieme {a, b} e { nome }.",
    "L'indirizzo https://x.it/a_b/_c_*d* e anna_sport_casa.",
    "Testo \\*\\*non\\*\\* grassetto, \\[a\\](processi/), \\| barra.",
    "```\n##Titolo\n| a | b |\n**x\n```",
    "Vedi il punto\n2. della delibera.",
];

#[test]
fn each_kind_is_found_at_its_line_and_only_it() {
    let folder = Folder::starter();
    let mut wrong = Vec::new();
    for (text, rule, line) in WRONG {
        let (found, _) = found(&folder, text);
        if found != [(*rule, *line)] {
            wrong.push(format!("{text:?}: {rule} at {line} was expected, not {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_said_of_what_looks_alike() {
    let folder = Folder::starter();
    let alarms: Vec<_> =
        RIGHT.iter().map(|text| (text, found(&folder, text).0)).filter(|(_, found)| !found.is_empty()).collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn certain_fixes_write_what_was_meant() {
    let folder = Folder::starter();
    for (text, expected) in [
        ("##Titolo\n\n###\u{a0}Altro", "## Titolo\n\n### Altro"),
        ("Si veda [la tavola] (processi/).", "Si veda [la tavola](processi/)."),
        ("Si veda (la tavola)[processi/].", "Si veda [la tavola](processi/)."),
        ("Si contano:\n• aree;\n•servizi.", "Si contano:\n- aree;\n- servizi."),
        ("> ▪ aree;\n> ▪ servizi.", "> - aree;\n> - servizi."),
        ("| Voce | Numero |\n|–––|–––:|\n| Aree | 3 |", "| Voce | Numero |\n|---|---:|\n| Aree | 3 |"),
        ("Gli uffici[^1].\n\n[^1] Tutti.", "Gli uffici[^1].\n\n[^1]: Tutti."),
        ("Le aree sono {totali.aree}}.", "Le aree sono {{ totali.aree }}."),
    ] {
        let (before, mended) = found(&folder, text);
        assert!(!before.is_empty() && mended == expected, "{mended:?} for {text:?}: {before:?}");
        assert_eq!(found(&folder, &mended), (Vec::new(), expected.to_owned()));
    }
}
