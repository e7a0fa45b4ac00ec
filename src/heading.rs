//! What the tables and their columns are called: the same on the pages and on paper.
//!
//! Owns the usual Italian headings, with those of an edition in their place. Knows nothing of what stands below them.

use crate::model::{Edition, Keyword, TableName};
use serde::Serialize;

/// The title of a table.
pub fn title(table: TableName) -> &'static str {
    match table {
        TableName::Processes => "Tavola 1 – Mappatura dei processi",
        TableName::Teams => "Smart team (gruppi di lavoro)",
        TableName::Software => "Elenco dei programmi informatici (software)",
        TableName::Training => "Piano formativo",
        TableName::Adoption => "Stato di attuazione",
        TableName::ExpectedBehaviours => "Comportamenti e competenze attesi",
        TableName::Exclusions => "Profili di norma esclusi dal lavoro agile",
        TableName::References => "Riferimenti normativi",
    }
}

/// Declares the headings of a table: for each column the key by which `colonne` renames it, and its usual heading.
macro_rules! headings {
    ($(#[$doc:meta])* $name:ident of $table:ident { $($column:ident: $key:literal = $usual:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Serialize)]
        #[allow(missing_docs)] // Each is the heading of that column.
        pub struct $name<'a> {
            $(pub $column: &'a str),+
        }

        impl<'a> $name<'a> {
            /// The headings of an edition.
            pub fn of(edition: &'a Edition) -> Self {
                let heading = |key, usual| edition.heading(TableName::$table.keyword(), key, usual);
                Self { $($column: heading($key, $usual)),+ }
            }
        }
    };
}

headings! {
    /// The headings of Tavola 1.
    ProcessHeadings of Processes {
        code: "codice" = "Codice",
        risk: "rischio" = "Rischio corruttivo",
        name: "processo" = "Processo",
        purpose: "finalita" = "Finalità",
        inputs: "input" = "Avvio (input)",
        phases: "fasi" = "Fasi",
        outputs: "output" = "Risultato (output)",
        area: "area" = "Area",
        team: "smart_team" = "Smart team",
        smartability: "smartabilita" = "Smartabilità",
        paper: "supporti_cartacei" = "Supporti cartacei",
    }
}

headings! {
    /// The headings of the table of the smart teams.
    TeamHeadings of Teams {
        area: "area" = "Area",
        service: "servizio" = "Servizio",
        team: "nome" = "Smart team",
        smartability: "smartabilita" = "Smartabilità",
    }
}

headings! {
    /// The headings of the list of computer programs.
    SoftwareHeadings of Software {
        name: "nome" = "Programma",
        purpose: "scopo" = "A che cosa serve",
        supplier: "fornitore" = "Fornitore",
    }
}

headings! {
    /// The heading of the modules; those of the other columns are the audiences.
    TrainingHeadings of Training { module: "modulo" = "Modulo" }
}

headings! {
    /// The headings of the state of adoption.
    AdoptionHeadings of Adoption {
        organisation: "macro_organizzazione" = "Macro organizzazione",
        area: "area" = "Area",
        service: "servizio" = "Servizio",
        team: "smart_team" = "Smart team",
        days: "giorni_settimana" = "Giorni alla settimana",
        employees: "dipendenti" = "Dipendenti",
        agile: "agili" = "Lavoratrici e lavoratori agili",
    }
}

headings! {
    /// The headings of the expected behaviours.
    ExpectedBehaviourHeadings of ExpectedBehaviours {
        role: "ruolo" = "Ruolo",
        entry: "voce" = "Che cosa ci si attende",
    }
}

headings! {
    /// The headings of the excluded profiles.
    ExclusionHeadings of Exclusions {
        letter: "lettera" = "Lettera",
        profiles: "profili" = "Profili",
        place: "dove" = "Dove",
        team: "smart_team" = "Smart team",
        exceptions: "eccezioni" = "Che cosa resta possibile",
    }
}

headings! {
    /// The headings of the legal references.
    ReferenceHeadings of References {
        act: "atto" = "Atto",
        date: "data" = "Data",
        subject: "materia" = "Materia",
    }
}
