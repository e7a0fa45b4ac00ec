/// Words after which a capital letter begins a name.
const BEFORE_NAMES: [&str; 48] = [
    "di", "del", "dello", "della", "dei", "degli", "delle", "a", "al", "allo", "alla", "ai", "agli", "alle", "da",
    "dal", "dallo", "dalla", "dai", "dagli", "dalle", "in", "nel", "nello", "nella", "nei", "negli", "nelle", "con",
    "su", "sul", "sulla", "sui", "sulle", "per", "tra", "fra", "e", "ed", "o", "il", "lo", "la", "i", "gli", "le",
    "un", "una",
];

/// Words that an annex writes with a capital letter in the middle of a sentence.
const NAMES: [&str; 44] = [
    "sindaco",
    "comune",
    "comuni",
    "giunta",
    "consiglio",
    "stato",
    "regione",
    "provincia",
    "ente",
    "enti",
    "unione",
    "prefettura",
    "polizia",
    "albo",
    "segretario",
    "segreteria",
    "dirigente",
    "responsabile",
    "servizio",
    "servizi",
    "area",
    "ufficio",
    "uffici",
    "settore",
    "direzione",
    "presidente",
    "commissione",
    "autorità",
    "amministrazione",
    "ministero",
    "corte",
    "tribunale",
    "procura",
    "inps",
    "agenzia",
    "camera",
    "conferenza",
    "organo",
    "stazione",
    "appaltante",
    "italia",
    "europa",
    "pec",
    "online",
];

/// Whether a text on one line may be several items that follow each other without a sign: `Ricezione richiesta Istruttoria Rilascio`.
pub(super) fn is_run_on(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.windows(2).any(|pair| begins_another(pair[0], pair[1]))
}

/// Whether a line goes on with the sentence of the one before it: `Parere ai sensi` and `della legge`.
pub(super) fn goes_on(before: &str, line: &str) -> bool {
    let small = |word: Option<&str>| word.is_some_and(|word| BEFORE_NAMES.contains(&word));
    small(before.split_whitespace().next_back()) || small(line.split_whitespace().next())
}

fn begins_another(before: &str, word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    let ended = before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == ')');
    let plain = before.chars().next().is_some_and(char::is_lowercase) || before.ends_with(')');
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    capital && ended && plain && !BEFORE_NAMES.contains(&before) && !NAMES.contains(&bare.as_str())
}
