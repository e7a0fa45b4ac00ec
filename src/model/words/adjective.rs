use super::article::{Gender, Number};

/// Adjectives and participles that stand beside the words: of one and of several things, masculine and feminine.
const FORMS: &[[&str; 4]] = &[
    ["proprio", "propria", "propri", "proprie"],
    ["diverso", "diversa", "diversi", "diverse"],
    ["comune", "comune", "comuni", "comuni"],
    ["unico", "unica", "unici", "uniche"],
    ["contato", "contata", "contati", "contate"],
    ["indicato", "indicata", "indicati", "indicate"],
    ["nominato", "nominata", "nominati", "nominate"],
    ["attribuito", "attribuita", "attribuiti", "attribuite"],
    ["scelto", "scelta", "scelti", "scelte"],
    ["cambiato", "cambiata", "cambiati", "cambiate"],
    ["detto", "detta", "detti", "dette"],
    ["nuovo", "nuova", "nuovi", "nuove"],
    ["altro", "altra", "altri", "altre"],
    ["il loro", "la loro", "i loro", "le loro"],
    ["del loro", "della loro", "dei loro", "delle loro"],
    ["il suo", "la sua", "i suoi", "le sue"],
    ["tutti i loro", "tutte le loro", "tutti i loro", "tutte le loro"],
    ["tutti i suoi", "tutte le sue", "tutti i suoi", "tutte le sue"],
    ["del singolo", "della singola", "dei singoli", "delle singole"],
    ["nessun altro", "nessun'altra", "nessun altro", "nessun'altra"],
    ["uno", "una", "uni", "une"],
    ["concluso", "conclusa", "conclusi", "concluse"],
    ["il", "la", "i", "le"],
    ["questo", "questa", "questi", "queste"],
    ["quanto", "quanta", "quanti", "quante"],
    ["l'altro", "l'altra", "gli altri", "le altre"],
    ["stesso", "stessa", "stessi", "stesse"],
    ["stato", "stata", "stati", "state"],
    ["tolto", "tolta", "tolti", "tolte"],
    ["dell'altro", "dell'altra", "degli altri", "delle altre"],
    ["lo stesso", "la stessa", "gli stessi", "le stesse"],
    ["messo", "messa", "messi", "messe"],
    ["definito", "definita", "definiti", "definite"],
    ["sconosciuto", "sconosciuta", "sconosciuti", "sconosciute"],
    ["un altro", "un'altra", "altri", "altre"],
    ["tutto", "tutta", "tutti", "tutte"],
    ["quello", "quella", "quelli", "quelle"],
    ["ciascuno", "ciascuna", "ciascuni", "ciascune"],
    ["nessuno", "nessuna", "nessuni", "nessune"],
    ["precedente", "precedente", "precedenti", "precedenti"],
    ["successivo", "successiva", "successivi", "successive"],
    ["lo", "la", "li", "le"],
    ["singolo", "singola", "singoli", "singole"],
    ["cessato", "cessata", "cessati", "cessate"],
    ["smartabile", "smartabile", "smartabili", "smartabili"],
];

/// An adjective, known by any of its forms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Adjective(&'static [&'static str; 4]);

impl Adjective {
    /// The adjective with this form.
    pub(super) fn known(form: &str) -> Option<Self> {
        FORMS.iter().find(|forms| forms.contains(&form)).map(Self)
    }

    /// The form that agrees.
    pub(super) fn agreeing(self, gender: Gender, number: Number) -> &'static str {
        let row = match number {
            Number::One => 0,
            Number::Many => 2,
        };
        self.0[row + usize::from(gender == Gender::Feminine)]
    }
}
