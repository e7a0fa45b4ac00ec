use super::{Edition, Graph, fold};
use std::collections::HashMap;

/// What the offices of an edition are called where nothing beside them says what they belong to: by their names, and those that share a
/// name with another of their kind with what they belong to after it, `Servizio Tributi (Comune di Alfa)`.
#[derive(Debug, Default)]
pub struct OfficeLabels {
    /// For each area.
    pub areas: Vec<String>,
    /// For each service.
    pub services: Vec<String>,
    /// For each smart team.
    pub teams: Vec<String>,
}

impl OfficeLabels {
    /// Tells the offices of an edition apart.
    pub fn of(edition: &Edition, graph: &Graph<'_>) -> Self {
        let area_name = |area: usize| edition.areas.rows[area].name.value.as_str();
        let service_name = |service: usize| edition.services.rows[service].name.value.as_str();
        let above = |service: usize, skip: usize| {
            let services = graph.hierarchy.chain(service).skip(skip).map(service_name);
            services.chain(graph.service_area(service).map(area_name)).collect::<Vec<_>>()
        };
        let areas = edition.areas.rows.iter().map(|area| (area.name.value.as_str(), Vec::new()));
        let services = edition.services.rows.iter().enumerate();
        let services = services.map(|(row, service)| (service.name.value.as_str(), above(row, 1)));
        let teams = edition.teams.rows.iter().enumerate().map(|(row, team)| {
            let owners = graph.team_service[row].map(|service| above(service, 0));
            (team.name.value.as_str(), owners.unwrap_or_default())
        });
        Self {
            areas: told_apart(&areas.collect::<Vec<_>>()),
            services: told_apart(&services.collect::<Vec<_>>()),
            teams: told_apart(&teams.collect::<Vec<_>>()),
        }
    }
}

/// The names, each with as many of its owners as it takes to be no other's.
fn told_apart(offices: &[(&str, Vec<&str>)]) -> Vec<String> {
    let label = |(name, owners): &(&str, Vec<&str>), depth: usize| match &owners[..depth.min(owners.len())] {
        [] => (*name).to_owned(),
        owners => format!("{name} ({})", owners.join(", ")),
    };
    let mut labels: Vec<String> = offices.iter().map(|office| label(office, 0)).collect();
    let deepest = offices.iter().map(|(_, owners)| owners.len()).max().unwrap_or_default();
    for depth in 1..=deepest {
        let mut times: HashMap<String, usize> = HashMap::new();
        for label in &labels {
            *times.entry(fold(label)).or_default() += 1;
        }
        for (office, own) in offices.iter().zip(&mut labels) {
            if times.get(&fold(own)).is_some_and(|times| *times > 1) {
                *own = label(office, depth);
            }
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::told_apart;

    #[test]
    fn homonyms_are_told_apart_by_the_nearest_that_differs() {
        let offices = [
            ("Tributi", vec!["Alfa"]),
            ("TRIBUTI", vec!["Beta"]),
            ("Anagrafe", vec!["Alfa"]),
            ("Protocollo", vec!["Segreteria", "Alfa"]),
            ("Protocollo", vec!["Segreteria", "Beta"]),
            ("Protocollo", Vec::new()),
        ];
        let labels = [
            "Tributi (Alfa)",
            "TRIBUTI (Beta)",
            "Anagrafe",
            "Protocollo (Segreteria, Alfa)",
            "Protocollo (Segreteria, Beta)",
            "Protocollo",
        ];
        assert_eq!(told_apart(&offices), labels);
    }
}
