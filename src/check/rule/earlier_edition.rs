//! The edition before that of the starter, in the examples of the rules that compare two.

use crate::diagnostic::Edit;

/// Its settings.
pub(super) const EDITION: Edit = Edit::new(
    "/data/2025-2027/edizione.yaml",
    "",
    "titolo: Disciplina del Lavoro Agile\nallegato: 2A\npiano: Piano Integrato di Attività e Organizzazione 2025-2027\nsezione: Sezione III - Organizzazione e capitale umano\nstato: bozza\n",
);
/// Its areas and services.
pub(super) const SERVICES: Edit = Edit::new(
    "/data/2025-2027/servizi.yaml",
    "",
    "aree:\n  - { id: risorse, nome: Risorse }\nservizi:\n  - { id: tributi, nome: Servizio Tributi, area: risorse, prefisso: \"200\" }\n",
);
/// Its smart teams.
pub(super) const TEAMS: Edit = Edit::new(
    "/data/2025-2027/smart-team.yaml",
    "",
    "smart_team:\n  - { id: tributi, nome: Tributi, servizio: tributi, smartabilita: smartabile }\n",
);
/// Its processes.
pub(super) const PROCESSES: Edit = Edit::new(
    "/data/2025-2027/processi.yaml",
    "",
    "processi:\n  - { codice: 200-1-M, rischio: medio, processo: Accertamento dei tributi, smart_team: [tributi], smartabilita: in parte }\n",
);
