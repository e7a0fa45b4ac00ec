use super::explanation::examples;
use crate::diagnostic::{Example, Family, Rule};
use std::fmt::Write;

const OPENING: &str = "\
# I controlli

Questa pagina è scritta dal programma (`piao spiega --guida`) con le stesse parole che si leggono in `piao spiega CODICE`.

Un **errore** è un dato che non si può leggere o collegare: finché c'è, non si pubblica nulla, e non si può accettare. Un **avviso** dice
che due dati leggibili non vanno d'accordo, o che manca qualcosa di pubblicato: si corregge, oppure si accetta per iscritto in
`data/<edizione>/accettazioni.yaml`. Una **nota** è un consiglio. La gravità di avvisi e note si cambia in `data/controlli.yaml`:

```yaml
gravita: { LA315: spento, LA501: avviso }
soglie: { celle_piccole: 5 }
```

Gli esempi sono modifiche alla cartella che `piao crea` prepara, e le prove del programma li eseguono tutti.
";

/// The page of the guide on the rules, in Markdown: every rule by family, in the words of `explain`.
pub fn guide(rules: &[&Rule]) -> String {
    let mut page = OPENING.to_owned();
    for kind in Family::ALL {
        let (title, about) = about(kind);
        let family = || rules.iter().filter(|rule| rule.family() == Some(kind));
        // Writing to a String cannot fail.
        let _ = writeln!(page, "\n## {title}\n\n{about}\n\n| codice | gravità | che cosa trova |\n|---|---|---|");
        for rule in family() {
            let _ = writeln!(
                page,
                "| [{0}](#{1}) | {2} | {3} |",
                rule.code,
                rule.code.to_lowercase(),
                rule.severity.italian(),
                rule.summary
            );
        }
        family().for_each(|rule| describe(&mut page, rule));
    }
    page
}

/// What a family of rules is called.
pub fn family_title(family: Family) -> &'static str {
    about(family).0
}

/// The title of a family, and what it is about.
fn about(family: Family) -> (&'static str, &'static str) {
    match family {
        Family::Form => ("La forma dei file", "Ciò che impedisce di leggere un file, o una sua voce."),
        Family::Values => {
            ("I valori", "Ciò che è scritto al suo posto, ma non è un valore possibile o non è scritto come si deve.")
        }
        Family::References => ("I riferimenti", "Ciò che nomina qualcosa che non c'è."),
        Family::Coherence => ("La coerenza tra le tabelle", "Due dati leggibili che non vanno d'accordo."),
        Family::TextsAndData => {
            ("La coerenza tra testi e dati", "Capitoli e date che non vanno d'accordo con il resto.")
        }
        Family::Wording => ("La scrittura", "Sviste nei testi che tutti leggeranno."),
        Family::Privacy => ("La riservatezza", "Ciò che può far riconoscere una persona."),
        Family::Publication => ("La pubblicazione", "Ciò che manca prima di pubblicare."),
        Family::Settings => ("Il file dei controlli", "Ciò che può essere sbagliato in `controlli.yaml`."),
        Family::Waivers => ("Le accettazioni", "Ciò che può essere sbagliato in `accettazioni.yaml`."),
    }
}

fn describe(page: &mut String, rule: &Rule) {
    let _ = write!(
        page,
        "\n<a id=\"{}\"></a>\n\n### {} {} ({})\n\n{}\n\n**Perché.** {}\n\n**Come rimediare.** {}\n\n**Su che cosa si basa.** {}\n",
        rule.code.to_lowercase(),
        rule.code,
        rule.name,
        rule.severity.italian(),
        rule.summary,
        rule.why,
        rule.advice(),
        rule.basis
    );
    let mut shown = |title: &str, list: &[Example]| {
        if !list.is_empty() {
            let _ = write!(page, "\n{title}:\n\n```text\n{}\n```\n", examples(list));
        }
    };
    shown("Qui c'è un rilievo", rule.failing);
    shown("Qui no", rule.passing);
}
