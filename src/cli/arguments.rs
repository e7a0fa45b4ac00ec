use super::edition_arguments::{Diff, NewEdition, Seal};
use super::init_arguments::Init;
use super::spreadsheet_arguments::{Export, Import};
use super::theme_arguments::Theme;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

const TEMPLATE: &str = "{about-with-newline}\nUso: {usage}\n\n{all-args}{after-help}";

/// Dal YAML di un'amministrazione all'allegato «Lavoro Agile» del PIAO: dati controllati, sito, stampa e dati aperti.
#[derive(Debug, Parser)]
#[command(name = "piao", version, help_template = TEMPLATE, subcommand_help_heading = "Comandi", subcommand_value_name = "COMANDO", override_usage = "piao <COMANDO> [OPZIONI]")]
#[command(
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    next_help_heading = "Opzioni"
)]
#[command(after_help = "L'aiuto di un comando si legge con `piao COMANDO --aiuto`.")]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,

    /// Mostra questo aiuto
    #[arg(long = "help", visible_alias = "aiuto", short = 'h', global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,

    /// Mostra la versione
    #[arg(long = "version", visible_alias = "versione", short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// The arguments with `piao aiuto COMANDO`, which people try, said as `piao COMANDO --help`.
pub(super) fn with_help_asked(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|first| first == "aiuto" || first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Controlla i dati e scrive il sito, con le pagine per la stampa e i dati aperti
    #[command(visible_alias = "genera", help_template = TEMPLATE, override_usage = "piao build [OPZIONI]")]
    Build(Build),
    /// Controlla i dati e i capitoli; scrive soltanto con --fix
    #[command(visible_alias = "controlla", help_template = TEMPLATE, override_usage = "piao check [OPZIONI]")]
    Check(Check),
    /// Dice che cosa cambia fra due edizioni, o fra le edizioni di due cartelle
    #[command(visible_alias = "confronta", help_template = TEMPLATE, override_usage = "piao diff [OPZIONI] <PRIMA> <DOPO>")]
    Diff(Diff),
    /// Spiega un controllo: che cosa trova, perché, come rimediare
    #[command(visible_alias = "spiega", help_template = TEMPLATE, override_usage = "piao explain <CODICE>\n     piao explain --all\n     piao explain --guide")]
    Explain(Explain),
    /// Scrive i dati di un'edizione in un foglio di calcolo da compilare, o uno per ogni ufficio
    #[command(visible_alias = "esporta", help_template = TEMPLATE, override_usage = "piao export [OPZIONI]")]
    Export(Export),
    /// Legge fogli di calcolo e mostra che cosa cambierebbero nei dati; scrive soltanto con --yes
    #[command(visible_alias = "importa", help_template = TEMPLATE, override_usage = "piao import [OPZIONI] <FILE>...")]
    Import(Import),
    /// Crea una cartella di partenza, pronta da completare
    #[command(visible_alias = "crea", help_template = TEMPLATE, override_usage = "piao init [OPZIONI] <CARTELLA>")]
    Init(Init),
    /// Prepara l'edizione dell'anno dopo da quella corrente: porta dati e capitoli, svuota ciò che è dell'anno, segna ciò che resta da decidere
    #[command(visible_alias = "nuova-edizione", help_template = TEMPLATE, override_usage = "piao new-edition [OPZIONI] <EDIZIONE>")]
    NewEdition(NewEdition),
    /// Scrive in un solo archivio ciò che si consegna per Amministrazione Trasparente, con i PDF se il programma per farli c'è; o controlla che nulla vi sia cambiato
    #[command(visible_alias = "confeziona", help_template = TEMPLATE, override_usage = "piao package [OPZIONI]\n     piao package --verify <FILE>")]
    Package(Package),
    /// Chiude un'edizione: ne scrive le impronte, e ogni cambiamento nei suoi file è poi un errore
    #[command(visible_alias = "sigilla", help_template = TEMPLATE, override_usage = "piao seal [OPZIONI] <EDIZIONE>\n     piao seal --unseal --reason <MOTIVO> <EDIZIONE>")]
    Seal(Seal),
    /// Scrive gli schemi JSON dei file dei dati, con cui un editor completa e controlla mentre si scrive
    #[command(visible_alias = "schemi", help_template = TEMPLATE, override_usage = "piao schema [NOME]\n     piao schema --out <CARTELLA>")]
    Schema(Schema),
    /// Apre il banco di lavoro: il sito come sarà, con i suoi rilievi, e i dati da modificare nel browser
    #[command(visible_alias = "banco", help_template = TEMPLATE, override_usage = "piao serve [OPZIONI]")]
    Serve(Serve),
    /// Installa il programma per i PDF (typst) nella cartella dell'utente, senza toccare il sistema
    #[command(visible_alias = "installa-pdf", help_template = TEMPLATE, override_usage = "piao setup")]
    Setup,
    /// Elenca, mostra e copia i file dell'aspetto del programma, per cambiarne alcuni
    #[command(visible_alias = "aspetto", help_template = TEMPLATE, subcommand_help_heading = "Comandi", override_usage = "piao theme [OPZIONI]\n     piao theme show <FILE>\n     piao theme copy [OPZIONI] <FILE>...")]
    Theme(Theme),
}

/// The PDFs, and the Word document.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Paper {
    /// Produce anche i PDF; se manca il programma per i PDF, dice come si installa
    #[arg(long, conflicts_with = "no_pdf")]
    pub(super) pdf: bool,

    /// Non produce i PDF, anche se i dati lo chiedono: ciò che si scrive resta senza
    #[arg(long, visible_alias = "senza-pdf")]
    pub(super) no_pdf: bool,

    /// Produce anche tutto l'allegato come documento di Word, per il programma degli atti
    #[arg(long, conflicts_with = "no_docx")]
    pub(super) docx: bool,

    /// Non produce il documento di Word, anche se i dati lo chiedono: ciò che si scrive resta senza
    #[arg(long, visible_alias = "senza-docx")]
    pub(super) no_docx: bool,

    /// Il programma per i PDF da usare; vale al posto di `PIAO_TYPST` e di quello nel PATH
    #[arg(long, visible_alias = "programma-pdf", value_name = "FILE")]
    pub(super) typst: Option<PathBuf>,
}

/// What is published of a folder: where it is served from, and whether with PDFs.
#[derive(Args, Debug)]
pub(super) struct Publishing {
    /// L'indirizzo da cui il sito sarà servito; vale al posto di `base_url`
    #[arg(long, visible_alias = "indirizzo-base", value_name = "INDIRIZZO")]
    pub(super) base_url: Option<String>,

    #[command(flatten)]
    pub(super) paper: Paper,
}

/// The folder of the administration, and the day.
#[derive(Args, Debug)]
pub(super) struct Folder {
    /// La cartella dell'ente, quella che contiene `data`
    #[arg(
        long = "root",
        visible_alias = "cartella",
        value_name = "CARTELLA",
        default_value = ".",
        hide_default_value = true
    )]
    pub(super) root: PathBuf,

    /// Il giorno da considerare per le scadenze, come AAAA-MM-GG
    #[arg(long, visible_alias = "oggi", value_name = "GIORNO")]
    pub(super) today: Option<String>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) folder: Folder,

    /// La cartella in cui scrivere il sito; se non è detta, `public`; con --all, quella che contiene i siti, ognuno con il nome della sua cartella
    #[arg(long = "out", visible_alias = "uscita", value_name = "CARTELLA")]
    pub(super) out: Option<PathBuf>,

    /// Genera il sito di ogni cartella che sta sotto questa e contiene `data`, ognuno nella propria `public`
    #[arg(long, visible_alias = "tutte", value_name = "CARTELLA", conflicts_with_all = ["root", "base_url"])]
    pub(super) all: Option<PathBuf>,

    #[command(flatten)]
    pub(super) publishing: Publishing,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) folder: Folder,

    /// La forma dei rilievi: `text` e `short` (una riga l'uno) per le persone, `json`, `sarif` e `github` per i programmi
    #[arg(
        long,
        visible_alias = "formato",
        value_name = "FORMATO",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: Format,

    /// Scrive nei file le correzioni certe: grafie, spazi, lettere di altri alfabeti, parole note scritte male
    #[arg(long, visible_alias = "correggi")]
    pub(super) fix: bool,

    /// Scrive nei file anche le correzioni incerte, da rileggere una per una
    #[arg(long, visible_alias = "correggi-incerte")]
    pub(super) unsafe_fixes: bool,

    /// Mostra che cosa cambierebbero le correzioni, senza scriverle
    #[arg(long, visible_alias = "differenze")]
    pub(super) diff: bool,

    /// Mostra tutti i rilievi, anche quando sono moltissimi
    #[arg(long, visible_alias = "tutti")]
    pub(super) all: bool,

    /// Dice se l'edizione vigente è pronta per la pubblicazione, e che cosa manca
    #[arg(long, visible_alias = "pubblicazione", conflicts_with_all = ["fix", "unsafe_fixes", "diff", "format", "all"])]
    pub(super) publication: bool,

    /// Anche gli avvisi fanno fallire il controllo
    #[arg(long, visible_alias = "rigoroso")]
    pub(super) strict: bool,

    /// Non tiene conto delle accettazioni
    #[arg(long, visible_alias = "senza-accettazioni")]
    pub(super) no_waivers: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Over the lines of the files.
    #[value(alias = "testo")]
    Text,
    /// One line a finding.
    #[value(alias = "breve")]
    Short,
    /// The object of the contract.
    Json,
    /// The exchange format of code analysers, 2.1.0.
    Sarif,
    /// Workflow commands of GitHub.
    Github,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Explain {
    /// Il codice del controllo, per esempio LA201
    #[arg(value_name = "CODICE", required_unless_present_any = ["all", "guide"])]
    pub(super) code: Option<String>,

    /// Elenca tutti i controlli, uno per riga
    #[arg(long, visible_alias = "tutti", conflicts_with = "code")]
    pub(super) all: bool,

    /// Scrive la pagina della guida sui controlli, in Markdown
    #[arg(long, visible_alias = "guida", conflicts_with_all = ["code", "all"])]
    pub(super) guide: bool,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Package {
    #[command(flatten)]
    pub(super) folder: Folder,

    /// L'archivio zip da scrivere; se non è detto, nella cartella dell'ente con il nome dell'allegato e dell'edizione
    #[arg(long = "out", visible_alias = "uscita", value_name = "FILE")]
    pub(super) out: Option<PathBuf>,

    #[command(flatten)]
    pub(super) publishing: Publishing,

    /// Non scrive nulla: controlla che un pacchetto corrisponda alla propria distinta: tutti i file, con la loro impronta, e nient'altro
    #[arg(long, visible_alias = "verifica", value_name = "FILE", conflicts_with_all = ["root", "today", "out", "base_url", "pdf", "no_pdf", "docx", "no_docx", "typst"])]
    pub(super) verify: Option<PathBuf>,

    /// Con --verify: l'impronta annotata alla consegna, a cui il pacchetto deve corrispondere byte per byte
    #[arg(long, visible_alias = "impronta", value_name = "SHA256", requires = "verify")]
    pub(super) fingerprint: Option<String>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) folder: Folder,

    /// La porta su cui rispondere, soltanto a questa macchina; 0 ne prende una libera; se non è detta, 8930 o una libera
    #[arg(long, visible_alias = "porta", value_name = "PORTA")]
    pub(super) port: Option<u16>,

    /// Non apre il browser
    #[arg(long, visible_alias = "senza-browser")]
    pub(super) no_browser: bool,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Schema {
    /// Il file di cui si vuole lo schema, per esempio `processi`; se non è detto, li mostra tutti
    #[arg(value_name = "NOME")]
    pub(super) name: Option<String>,

    /// La cartella in cui scrivere gli schemi, uno per file; di solito `schemi`, accanto a `data`
    #[arg(long = "out", visible_alias = "uscita", value_name = "CARTELLA", conflicts_with = "name")]
    pub(super) out: Option<PathBuf>,
}
