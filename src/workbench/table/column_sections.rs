use super::choice::Choice;
use super::field::{Field, FieldKind};
use super::settings::{Section, SectionColumn};
use super::value::typed;
use crate::edit::{Step, Written};
use crate::model::{Edition, Keyword as _, OwnType, ReferenceTarget, slug};
use crate::tables::Home;

/// The order of the keys that a column has besides those of the whole model.
pub(super) const ORDER: [&str; 11] = [
    "titolo",
    "colonne",
    "tipo",
    "valori",
    "a",
    "spiegazione",
    "obbligatoria",
    "filtro",
    "stampa",
    "pubblica",
    "tavole",
];

/// What the fields of a column that is to be added are called before their own key.
const NEW: &str = "colonna";

/// The columns of the administration's own of a table, as `modello.yaml` says them.
#[derive(Debug)]
pub(super) struct OwnColumns<'a> {
    pub(super) home: &'static Home,
    pub(super) edition: &'a Edition,
}

impl OwnColumns<'_> {
    /// The sections of their form: one a column, and one more to add another.
    pub(super) fn sections(&self, whole: &Written) -> Vec<Section> {
        let standing = self.standing(whole).into_iter().map(|(key, title)| Section {
            column: Some(SectionColumn::Standing(key.clone())),
            ..Section::of(format!("Colonna «{title}»"), self.fields(whole, &key, &self.name(whole, &key)))
        });
        let mut fields = self.fields(whole, "", NEW);
        let meaning = "Vuoto: si ricava dall'intestazione. Lettere minuscole senza accenti, cifre e trattini bassi.";
        fields.insert(1, Field::new(&format!("{NEW}.chiave"), "Nome nei dati", meaning, FieldKind::Line));
        let new = Section { column: Some(SectionColumn::New), ..Section::of("Una colonna nuova", fields) };
        standing.chain([new]).collect()
    }

    /// The way to a column, or to what stands in it.
    pub(super) fn path(&self, whole: &Written, key: &str) -> Vec<Step> {
        ["tavole", &self.table(whole), "colonne", key].into_iter().map(Step::from).collect()
    }

    /// The keys and the headings of those that are there.
    pub(super) fn standing(&self, whole: &Written) -> Vec<(String, String)> {
        let mut path = self.path(whole, "");
        path.pop();
        let columns = whole.at(&path).map(Written::entries).unwrap_or_default();
        let is_own = |key: &str| self.home.description.is_some_and(|table| !table.reserves(key));
        let own = columns.iter().filter(|(key, value)| matches!(value, Written::Group(_)) && is_own(key));
        let title = |key: &String, value: &Written| {
            let title = value.get("titolo").and_then(Written::scalar).filter(|title| !title.is_empty());
            title.unwrap_or(key).to_owned()
        };
        own.map(|(key, value)| (key.clone(), title(key, value))).collect()
    }

    /// The heading of the column that a form adds, and its fields; nothing where the form adds none.
    ///
    /// # Errors
    ///
    /// Why there can be no such column.
    pub(super) fn added(
        &self,
        whole: &Written,
        form: &[(String, String)],
    ) -> Result<Option<(String, Vec<Field>)>, String> {
        let prefix = format!("{NEW}.");
        if !form.iter().any(|(name, value)| name.starts_with(&prefix) && !value.trim().is_empty()) {
            return Ok(None);
        }
        let said = |key: &str| {
            let field = Field::new(&format!("{NEW}.{key}"), "", "", FieldKind::Line);
            typed(&field, form).unwrap_or_default()
        };
        let title = said("titolo");
        if title.is_empty() {
            return Err("alla colonna nuova manca l'intestazione".to_owned());
        }
        let key = match said("chiave") {
            key if key.is_empty() => slug(&title).replace('-', "_"),
            key => key,
        };
        let bare = key.replace('_', "-");
        if slug(&bare) != bare || !key.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            return Err(format!(
                "«{key}» non può essere il nome di una colonna nei dati: servono lettere minuscole senza accenti, cifre e trattini bassi, e per prima una lettera"
            ));
        }
        let is_taken = self.home.description.is_none_or(|table| table.reserves(&key));
        if is_taken || self.standing(whole).iter().any(|(known, _)| *known == key) {
            return Err(format!("la tavola ha già una colonna che nei dati si chiama «{key}»"));
        }
        Ok(Some((title, self.fields(whole, &key, NEW))))
    }

    /// The name of the table in the file, which may be written as its key is.
    fn table(&self, whole: &Written) -> String {
        let other = self.home.table.replace('-', "_");
        let is_other = whole.get("tavole").is_some_and(|tables| tables.get(&other).is_some());
        if is_other { other } else { self.home.table.to_owned() }
    }

    /// What the fields of a column that is there are called before their own key.
    fn name(&self, whole: &Written, key: &str) -> String {
        format!("tavole.{}.colonne.{key}", self.table(whole))
    }

    fn fields(&self, whole: &Written, key: &str, name: &str) -> Vec<Field> {
        let path = self.path(whole, key);
        let field = |own: &str, heading: &str, meaning: &str, kind: FieldKind| {
            let path = path.iter().cloned().chain([Step::from(own)]).collect();
            Field { path, ..Field::new(&format!("{name}.{own}"), heading, meaning, kind) }
        };
        let answer = |own: &str, heading: &str, meaning: &str| {
            field(own, heading, meaning, FieldKind::Choice(Choice::words(vec!["si", "no"])))
        };
        let mut fields = vec![
            field("titolo", "Intestazione", "Come si legge in testa alla colonna.", FieldKind::Line).required(true),
            field("tipo", "Che cosa contiene", "Vuoto: un testo.", FieldKind::Choice(types())),
            field("valori", "Valori ammessi", "Solo per una scelta.", FieldKind::Items),
            field("a", "Che cosa nomina", "Solo per un riferimento.", FieldKind::Choice(self.targets())),
            field("spiegazione", "Spiegazione", "Che cosa vuol dire, per chi legge i dati.", FieldKind::Prose),
            answer("obbligatoria", "Obbligatoria", "«Sì»: ogni voce deve averla."),
        ];
        fields.push(answer("filtro", "Filtro", "«Sì»: le righe si possono filtrare per i suoi valori."));
        fields.push(answer("stampa", "Sulla carta", "«No»: non sta nei documenti da stampare."));
        fields.push(answer("pubblica", "Pubblica", "«No»: è letta e controllata, e non si pubblica da nessuna parte."));
        fields
    }

    fn targets(&self) -> Vec<Choice> {
        let words = &self.edition.model.words;
        let target = |(word, target): &(&str, ReferenceTarget)| {
            let what = match target {
                ReferenceTarget::Area => words.say("[un'area]").to_owned(),
                ReferenceTarget::Service => words.say("[un servizio]").to_owned(),
                ReferenceTarget::Team => words.say("[uno smart team]").to_owned(),
                ReferenceTarget::Software => "un programma".to_owned(),
            };
            Choice::new(*word, what)
        };
        ReferenceTarget::KEYWORDS.iter().map(target).collect()
    }
}

fn types() -> Vec<Choice> {
    let kind = |(word, kind): &(&str, OwnType)| {
        let what = match kind {
            OwnType::Text => "un testo",
            OwnType::Texts => "più testi, uno per riga",
            OwnType::YesNo => "sì o no",
            OwnType::Number => "un numero",
            OwnType::Date => "un giorno",
            OwnType::Address => "l'indirizzo di una pagina",
            OwnType::Choice => "una scelta fra i valori ammessi",
            OwnType::Reference => "un riferimento ad altre voci dei dati",
        };
        Choice::new(*word, what)
    };
    OwnType::KEYWORDS.iter().map(kind).collect()
}
