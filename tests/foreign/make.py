#!/usr/bin/env python3
"""Makes the workbooks of this folder, each as an office could keep it, and beside each what must be read in it.

Needs openpyxl, odfpy and pyyaml. The right readings are written here by hand, from the rows, and not by the program.
"""

import datetime

import yaml
from odf import opendocument, style, table, text
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from book import HERE, fill, reading, save

# The six files that were given, with the readings that were given with them.
def procedure(name, area, verdict, **more):
    return {"processo": name, "area": [area], "smartabilita": verdict, **more}


green, school, town = "decoro-urbano-e-verde", "educazione-formazione-e-giovani", "urbanistica"
reading(
    "01-grande-comune-catalogo.csv", encoding="windows-1252", table="processi", header_rows=[3],
    columns={"A": "area", "B": "servizio", "C": "servizio", "D": "processo", "E": "smartabilita", "F": None, "G": None, "H": None, "I": None},
    records=[
        procedure("Risposta scritta a interrogazione consiliare", green, "si", servizio=["capo-area-responsabile-del-verde"]),
        procedure("Abbattimento alberature sottoposte a vincoli", green, "no", servizio=["capo-area-responsabile-del-verde"]),
        procedure("Contributi 0-6 anni", school, "si", servizio=["staff-capo-area"]),
        procedure("Iscrizione alla refezione", school, "si", servizio=["u-o-refezione"]),
        procedure("Esonero dal pagamento della retta", school, "si", servizio=["u-o-refezione"]),
        procedure("Parere di conformità urbanistica", town, "in parte", servizio=["pianificazione"], motivazione="no sopralluogo"),
        procedure("Conferenza di servizi simultanea", town, "no", servizio=["pianificazione"]),
    ],
    skipped=[[1, "titolo"], [2, "vuota"], [8, "intestazione ripetuta"], [12, "totale"]], not_understood=[],
    totals=[[12, "D", 7, 7], [12, "E", 4, 4]],
)
students = {"servizio": ["segreterie-studenti"]}
direction = {"area": ["d-g"], "smart_team": ["unita-concorsi"]}
reading(
    "03-ateneo-mappatura-rischi.csv", encoding="windows-1252", table="processi", header_rows=[1],
    columns={"A": None, "B": None, "C": "processo", "D": None, "E": "codice", "F": "input", "G": "fasi", "H": "output", "I": "servizio", "J": None,
             "K": None, "L": None, "M": "rischio", "N": "smartabilita"},
    records=[
        {"codice": "AR1.MP2.P3", "processo": "P3 Concorsi", "rischio": "altissimo", "input": ["Programmazione fabbisogni"],
         "fasi": ["Bando", "Commissione", "Prove", "Graduatoria"], "output": ["Graduatoria"], "smartabilita": "in parte", **direction},
        {"codice": "AR1.MP2.P3.S1", "processo": "P3 Concorsi", "nota": "Sottoprocesso: S1 Nomina commissione", "rischio": "alto", "input": ["Bando"],
         "fasi": ["Proposta", "Decreto"], "output": ["Decreto"], "smartabilita": "si", **direction},
        {"codice": "AR1.MP4.P1", "processo": "P1 Assegni di ricerca", "rischio": "medio", "input": ["Richiesta dipartimento"],
         "fasi": ["Bando", "Selezione"], "output": ["Contratto"], "smartabilita": "si", "servizio": ["dip-di-informatica"]},
        {"codice": "AR4.MP1.P1", "processo": "P1 Gestione carriera", "rischio": "minimo", "input": ["Istanza studente"],
         "fasi": ["Istruttoria - registrazione"], "output": ["Registrazione"], "smartabilita": "si", **students},
        {"codice": "AR4.MP1.P2", "processo": "P2 Sportello", "rischio": "basso", "input": [], "fasi": [], "output": [], **students},
    ],
    skipped=[], not_understood=[], totals=[],
)


def activity(service, name, verdict, paper=None, **more):
    return {"servizio": [service], "processo": name, "smartabilita": verdict, **({"supporti_cartacei": paper} if paper else {}), **more}


reading(
    "06-comune-attivita-per-profilo.csv", encoding="windows-1252", table="processi", header_rows=[2],
    columns={"A": "servizio", "B": "processo", "C": None, "D": "smartabilita", "E": None, "F": "supporti_cartacei", "G": "motivazione"},
    records=[
        activity("servizio-tributi", "Accertamento IMU", "in parte", "no", percentuale=80),
        activity("servizio-tributi", "Sportello contribuenti", "no", "si", motivazione="Front office"),
        activity("servizio-tributi", "Rimborsi", "si"),
        activity("anagrafe", "Certificati on line", "in parte", "no", percentuale=50),
        activity("anagrafe", "Rilascio CIE", "no", "si", motivazione="Presenza del cittadino"),
        activity("polizia-locale", "Vigilanza", "no", motivazione="Servizio esterno"),
        activity("polizia-locale", "Verbali - ufficio", "in parte", "si"),
    ],
    skipped=[[1, "titolo"], [10, "totale"]], doubts=[[6, "A"], [6, "E"], [8, "A"]], not_understood=[], totals=[[10, "B", 7, 7]],
)


def staff(area, service, days, employees, agile, **more):
    return {"area": area, "servizio": service, "giorni_settimana": days, "dipendenti": employees, "agili": agile, **more}


reading(
    "09-unione-piu-enti.csv", encoding="utf-8", table="attuazione", header_rows=[1],
    columns={"A": "area", "B": "servizio", "C": "dipendenti", "D": "agili", "E": "giorni_settimana", "F": "nota"},
    records=[
        staff("UNIONE", "Servizio Tributi", 1, 10, 4),
        staff("UNIONE", "Servizio Personale associato", "1-2", 6, 5),
        staff("COMUNE DI ALFA", "Servizio Tributi", 1, 11, 5),
        staff("COMUNE DI ALFA", "Servizi Demografici", "non smartabile", 4, 0, nota="sportello"),
        staff("COMUNE DI BETA", "Servizio Tributi", 0.5, 12, 6),
        staff("COMUNE DI BETA", "Servizi Demografici", "parzialmente smartabile", 5, 1),
    ],
    skipped=[[6, "totale"], [9, "totale"], [10, "totale"]], doubts=[], not_understood=[],
    totals=[[6, "C", 15, 15], [6, "D", 5, 5], [9, "C", 17, 17], [9, "D", 7, 7], [10, "C", 48, 48], [10, "D", 22, 21]],
    settings={"totale_dichiarato": {"etichetta": "TOTALE GENERALE", "dipendenti": 48, "agili": 22}},
)


def structure(area, service, employees, agile, days):
    return {"area": area, "servizio": service, "dipendenti": employees, "agili": agile, **days}


quarter = {"giorni": "40% del trimestre"}
reading(
    "11-citta-metropolitana-attuazione.csv", encoding="windows-1252", table="attuazione", header_rows=[1],
    columns={"A": "area", "B": "servizio", "C": "dipendenti", "D": "agili", "E": None, "F": "giorni", "G": None},
    records=[
        structure("Direzione Risorse", "Bilancio", 35, 30, quarter),
        structure("Direzione Risorse", "Personale", 28, 22, quarter),
        structure("Direzione Viabilità", "Tecnici", 40, 21, quarter),
        structure("Direzione Viabilità", "Cantonieri (case cantoniere)", 120, 0, {"giorni_settimana": "non smartabile"}),
    ],
    skipped=[[4, "totale"], [7, "totale"], [8, "totale"]], doubts=[], not_understood=[],
    totals=[[4, "C", 63, 63], [4, "D", 52, 52], [7, "C", 160, 160], [7, "D", 21, 21], [8, "C", 223, 223], [8, "D", 73, 73], [8, "G", 2696, 2696]],
    settings={"data": "2025-12-31", "totale_dichiarato": {"etichetta": "TOTALE", "dipendenti": 223, "agili": 73}},
)
reading(
    "15-servizi-codici-spaziati.csv", encoding="utf-8", table="processi", header_rows=[1],
    columns={"A": "codice", "B": "rischio", "C": "processo", "D": "finalita", "E": "input", "F": "fasi", "G": "output", "H": "area", "I": "smart_team",
             "J": "smartabilita", "K": "supporti_cartacei"},
    records=[
        {"codice": "100-1-B", "rischio": "basso", "processo": "Protocollo", "finalita": "Registrare", "input": ["Documento"],
         "fasi": ["Ricezione", "Registrazione"], "output": ["Registrazione"], "area": ["affari-generali"], "smart_team": ["segreteria"], "smartabilita": "si"},
        {"codice": "100-2-M", "rischio": "medio", "processo": "Notifiche", "finalita": "Notificare", "input": ["D'ufficio", "istanza"],
         "fasi": ["Ricerca", "notifica"], "output": ["Relata"], "area": ["affari-generali"], "smart_team": ["messi"], "smartabilita": "no",
         "supporti_cartacei": "si"},
        {"codice": "200-1-A", "rischio": "alto", "processo": "Accertamenti", "finalita": "Recuperare", "input": ["Iniziativa d'ufficio"], "fasi": [],
         "output": ["Avviso"], "area": ["risorse"], "smart_team": ["servizio-tributi"], "smartabilita": "in parte", "supporti_cartacei": "si"},
    ],
    skipped=[], doubts=[[2, "H"], [2, "I"], [3, "A"], [3, "E"], [3, "I"]], not_understood=[], totals=[],
)

# 1. Titles, a heading in two storeys, areas merged over rows, a process over three rows with a phase in each, a count.
book = Workbook()
sheet = book.active
sheet.title = "Mappatura"
fill(sheet, [
    ["COMUNE DI ESEMPIO"],
    ["Mappatura dei processi – anno 2026"],
    [],
    ["Area", "Cod.", "Processo", "Fasi", "Lavoro agile", None, "Supp. cart."],
    [None, None, None, None, "Esito", "Motivazione", None],
    ["Risorse", "100 - 1 - B", "Bilancio di previsione", "Raccolta dati", "Sì", None, "no"],
    [None, None, None, "Stesura", None, None, None],
    [None, None, None, "Approvazione", None, None, None],
    [None, "100-2-M", "Pagamenti", "1) Verifica 2) Mandato", "in parte", "firma in sede", "SI"],
    ["Servizi al Territorio", "300-1-A", "Sopralluoghi", None, "NO", "attività sul posto", None],
    ["Totale processi", None, 3],
])
for merged in ["A1:G1", "A2:G2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:G5", "A6:A9", "B6:B8", "C6:C8", "E6:E8"]:
    sheet.merge_cells(merged)
save(book, "catalogo-unito.xlsx")
reading(
    "catalogo-unito.xlsx", table="processi", header_rows=[4, 5],
    columns={"A": "area", "B": "codice", "C": "processo", "D": "fasi", "E": "smartabilita", "F": "motivazione", "G": "supporti_cartacei"},
    records=[
        {"codice": "100-1-B", "processo": "Bilancio di previsione", "fasi": ["Raccolta dati", "Stesura", "Approvazione"],
         "area": ["risorse"], "smartabilita": "si", "supporti_cartacei": "no"},
        {"codice": "100-2-M", "processo": "Pagamenti", "fasi": ["Verifica", "Mandato"], "area": ["risorse"], "smartabilita": "in parte",
         "motivazione": "firma in sede", "supporti_cartacei": "si"},
        {"codice": "300-1-A", "processo": "Sopralluoghi", "fasi": [], "area": ["servizi-al-territorio"], "smartabilita": "no",
         "motivazione": "attività sul posto"},
    ],
    skipped=[[1, "titolo"], [2, "titolo"], [3, "vuota"], [11, "totale"]], doubts=[], not_understood=[], totals=[[11, "C", 3, 3]],
)

# 2. People by gender under merged headings, a subtotal for each area, a last row of numbers without a label.
book = Workbook()
sheet = book.active
sheet.title = "Foglio1"
fill(sheet, [
    ["Personale in lavoro agile al 31/12/2025"],
    ["Area", "Servizio", "Dipendenti", None, "Lavoratori agili", None, "gg/sett"],
    [None, None, "Uomini", "Donne", "Uomini", "Donne", None],
    ["Risorse", "Servizi Finanziari", 4, 7, 2, 6, 1],
    [None, "Servizio Tributi", 2, 3, 2, 3, "1 - 2"],
    ["Subtotale Risorse", None, 6, 10, 4, 9, None],
    ["Segretario Generale", "Avvocatura Civica", 1, 2, 1, 2, "0,5"],
    [None, None, 7, 12, 5, 11, None],
])
for merged in ["A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:G3"]:
    sheet.merge_cells(merged)
save(book, "attuazione-generi.xlsx")


def people(area, service, days, men, women):
    return {"area": area, "servizio": service, "giorni_settimana": days,
            "uomini": {"dipendenti": men[0], "agili": men[1]}, "donne": {"dipendenti": women[0], "agili": women[1]}}


reading(
    "attuazione-generi.xlsx", table="attuazione", header_rows=[2, 3],
    columns={"A": "area", "B": "servizio", "C": "uomini", "D": "donne", "E": "uomini", "F": "donne", "G": "giorni_settimana"},
    records=[
        {**people("Risorse", "Servizi Finanziari", 1, (4, 2), (7, 6)), "dipendenti": 11, "agili": 8},
        {**people("Risorse", "Servizio Tributi", "1-2", (2, 2), (3, 3)), "dipendenti": 5, "agili": 5},
        {**people("Segretario Generale", "Avvocatura Civica", 0.5, (1, 1), (2, 2)), "dipendenti": 3, "agili": 3},
    ],
    skipped=[[1, "titolo"], [6, "totale"], [8, "totale"]], doubts=[], not_understood=[],
    totals=[[6, "C", 6, 6], [6, "D", 10, 10], [6, "E", 4, 4], [6, "F", 9, 9], [8, "C", 7, 7], [8, "D", 12, 12], [8, "E", 5, 5], [8, "F", 11, 11]],
)

# 3. Verdicts in every spelling, some of them numbers, truth values and rich text; a mark with its note, a signature.
book = Workbook()
sheet = book.active
sheet.title = "Verdetti"
rows = [
    ["Codice", "Processo", "Smart team", "Smartabilità", "Supporti cartacei"],
    ["500-1-B", "Difesa in giudizio", "Avvocatura Civica – Casalecchio di Reno", "SI*", "x"],
    ["500-2-B", "Pareri", "idem", 0.8, True],
    ["500-3-B", "Transazioni", "\"", 1, False],
    ["500-4-B", "Archivio", "come sopra", "N", "-"],
    ["500-5-B", "Udienze", "AVVOCATURA CIVICA - CASALECCHIO DI RENO", "no (presenza in aula)", None],
    ["500-6-B", "Notifiche", "Avvocatura Civica - Casalechio di Reno", "parz.", "n.d."],
    ["500-7-B", "Protocollo", "Linfa", "mah", "sì"],
    [],
    ["* solo con la firma digitale"],
    [None, None, "Il Dirigente"],
    [None, None, "f.to Mario Rossi"],
]
fill(sheet, rows)
sheet["D2"] = CellRichText("SI", TextBlock(InlineFont(b=True), "*"))
sheet["D3"].number_format = "0%"
sheet["D4"].number_format = "0%"
save(book, "verdetti.xlsx")
lawyers = ["avvocatura-civica"]
reading(
    "verdetti.xlsx", table="processi", header_rows=[1],
    columns={"A": "codice", "B": "processo", "C": "smart_team", "D": "smartabilita", "E": "supporti_cartacei"},
    records=[
        {"codice": "500-1-B", "processo": "Difesa in giudizio", "smart_team": lawyers, "smartabilita": "si", "supporti_cartacei": "si", "richiami": ["*"]},
        {"codice": "500-2-B", "processo": "Pareri", "smart_team": lawyers, "smartabilita": "in parte", "percentuale": 80, "supporti_cartacei": "si"},
        {"codice": "500-3-B", "processo": "Transazioni", "smart_team": lawyers, "smartabilita": "si", "supporti_cartacei": "no"},
        {"codice": "500-4-B", "processo": "Archivio", "smart_team": lawyers, "smartabilita": "no"},
        {"codice": "500-5-B", "processo": "Udienze", "smart_team": lawyers, "smartabilita": "no", "motivazione": "presenza in aula"},
        {"codice": "500-6-B", "processo": "Notifiche", "smart_team": lawyers, "smartabilita": "in parte"},
        {"codice": "500-7-B", "processo": "Protocollo", "smart_team": ["linfa"], "supporti_cartacei": "si"},
    ],
    skipped=[[9, "vuota"], [10, "nota"], [11, "nota"], [12, "nota"]], doubts=[[7, "C"]], not_understood=[[8, "D"]], totals=[],
    settings={"note": {"*": "solo con la firma digitale"}},
)

# 4. Bands that name the area above the rows of each; the headings once more under the second.
book = Workbook()
sheet = book.active
sheet.title = "Stato di attuazione"
fill(sheet, [
    ["Servizio", "N. dipendenti", "di cui in lavoro agile", "%", "Giorni di lavoro agile alla settimana", "Note"],
    ["AREA RISORSE"],
    ["Servizi Finanziari (* Dirigente)", 11, 8, 0.727, 1, None],
    ["Servizio Tributi", 5, "< 3", None, "1 gg", "in aumento"],
    ["AREA SERVIZI AL TERRITORIO"],
    ["Servizio", "N. dipendenti", "di cui in lavoro agile", "%", "Giorni di lavoro agile alla settimana", "Note"],
    ["Lavori pubblici", "1.204", "12 (1%)", "1%", "8 al mese", None],
    ["Manutenzioni", 6, 0, 0, "non smartabile", None],
    ["TOTALE ENTE", 1226, 22, None, None, None],
    ["(*) compreso il dirigente"],
])
for merged in ["A2:F2", "A5:F5"]:
    sheet.merge_cells(merged)
sheet["D3"].number_format = "0,0%"
save(book, "fasce.xlsx")
reading(
    "fasce.xlsx", table="attuazione", header_rows=[1],
    columns={"A": "servizio", "B": "dipendenti", "C": "agili", "D": None, "E": "giorni_settimana", "F": "nota"},
    records=[
        {"area": "AREA RISORSE", "servizio": "Servizi Finanziari", "giorni_settimana": 1, "dipendenti": 11, "agili": 8, "nota": "Dirigente", "richiami": ["*"]},
        {"area": "AREA RISORSE", "servizio": "Servizio Tributi", "giorni_settimana": 1, "dipendenti": 5, "agili": "< 3", "nota": "in aumento"},
        {"area": "AREA SERVIZI AL TERRITORIO", "servizio": "Lavori pubblici", "giorni": "8 al mese", "dipendenti": 1204, "agili": 12},
        {"area": "AREA SERVIZI AL TERRITORIO", "servizio": "Manutenzioni", "giorni_settimana": "non smartabile", "dipendenti": 6, "agili": 0},
    ],
    skipped=[[2, "titolo"], [5, "titolo"], [6, "intestazione ripetuta"], [9, "totale"], [10, "nota"]], doubts=[], not_understood=[],
    totals=[[9, "B", 1226, 1226], [9, "C", 22, 22]],
    settings={"note": {"*": "compreso il dirigente"}, "totale_dichiarato": {"etichetta": "TOTALE ENTE", "dipendenti": 1226, "agili": 22}},
)


# ODS, cell by cell.
class Ods:
    def __init__(self):
        self.document = opendocument.OpenDocumentSpreadsheet()

    def hidden(self):
        name = style.Style(name="nascosto", family="table")
        name.addElement(style.TableProperties(display="false"))
        self.document.automaticstyles.addElement(name)
        return name

    def sheet(self, name, rows, stylename=None):
        sheet = table.Table(name=name, **({"stylename": stylename} if stylename else {}))
        for row in rows:
            line = table.TableRow()
            for value in row:
                line.addElement(self.cell(value))
            sheet.addElement(line)
        # What LibreOffice writes after the last row.
        end = table.TableRow(numberrowsrepeated=1048000)
        end.addElement(table.TableCell(numbercolumnsrepeated=16384))
        sheet.addElement(end)
        self.document.spreadsheet.addElement(sheet)

    @staticmethod
    def cell(value):
        span = {}
        if isinstance(value, tuple):
            value, rows, columns = value
            span = {"numberrowsspanned": rows, "numbercolumnsspanned": columns}
        if value is Ellipsis:
            return table.CoveredTableCell()
        if value is None:
            return table.TableCell(**span)
        if isinstance(value, str) and value.endswith("%%"):
            cell = table.TableCell(valuetype="percentage", value=float(value[:-2]) / 100, **span)
            cell.addElement(text.P(text=value[:-1].replace(".", ",")))
            return cell
        if isinstance(value, datetime.date):
            cell = table.TableCell(valuetype="date", datevalue=value.isoformat(), **span)
            cell.addElement(text.P(text=value.strftime("%d/%m/%y")))
            return cell
        if isinstance(value, (int, float)):
            cell = table.TableCell(valuetype="float", value=value, **span)
            cell.addElement(text.P(text=str(value).replace(".", ",")))
            return cell
        cell = table.TableCell(valuetype="string", **span)
        for line in value.split("\n"):
            cell.addElement(text.P(text=line))
        return cell

    def save(self, name):
        self.document.save(HERE / name)


# 5. Programs under other headings, instructions on one sheet, a hidden list on another.
ods = Ods()
ods.sheet("Istruzioni", [["Compilare il foglio «Applicativi» entro venerdì."], ["Non cambiare le colonne."]])
ods.sheet("Applicativi", [
    [("Elenco degli applicativi in uso", 1, 3), ..., ...],
    ["N.", "Applicativo", "A cosa serve", "Ditta"],
    [1, "Protocollo Facile", "Protocollo\ninformatico", "Esempio S.r.l."],
    [2, "Conti Chiari", "Contabilità", "n.d."],
    [3, "Paghe", "Stipendi", None],
])
ods.sheet("Elenchi", [["sì"], ["no"]], ods.hidden())
ods.save("applicativi.ods")
reading(
    "applicativi.ods", table="software", header_rows=[2], sheet="Applicativi", columns={"A": None, "B": "nome", "C": "scopo", "D": "fornitore"},
    records=[
        {"nome": "Protocollo Facile", "scopo": "Protocollo informatico", "fornitore": "Esempio S.r.l."},
        {"nome": "Conti Chiari", "scopo": "Contabilità"},
        {"nome": "Paghe", "scopo": "Stipendi"},
    ],
    skipped=[[1, "titolo"]], doubts=[], not_understood=[], totals=[],
)

# 6. Percentages, classes, days that became dates, services merged over their teams.
ods = Ods()
ods.sheet("Attuazione 2025", [
    ["Servizio", "Ufficio", "Organico al 31.12.2025", "Accordi", "% accordi", "gg/sett"],
    [("Servizi Educativi", 2, 1), "Scuola", 10, 4, "40%%", 1],
    [..., "Nidi", 34, 0, "0%%", "escluso"],
    ["Servizio Tributi", None, "n.d.", "< 3", None, datetime.date(2026, 2, 1)],
    ["Servizio Anagrafe", "//", 7, 7, "100%%", "max 2"],
    ["Servizio Cultura", "Biblioteca", 35.5, 5, "14.1%%", "1/2"],
])
ods.save("attuazione-date.ods")
reading(
    "attuazione-date.ods", table="attuazione", header_rows=[1],
    columns={"A": "servizio", "B": "smart_team", "C": "dipendenti", "D": "agili", "E": None, "F": "giorni_settimana"},
    records=[
        {"servizio": "Servizi Educativi", "smart_team": "Scuola", "giorni_settimana": 1, "dipendenti": 10, "agili": 4},
        {"servizio": "Servizi Educativi", "smart_team": "Nidi", "giorni_settimana": "non smartabile", "dipendenti": 34, "agili": 0},
        {"servizio": "Servizio Tributi", "giorni_settimana": "1-2", "agili": "< 3"},
        {"servizio": "Servizio Anagrafe", "giorni_settimana": 2, "dipendenti": 7, "agili": 7},
        {"servizio": "Servizio Cultura", "smart_team": "Biblioteca", "giorni_settimana": 0.5, "agili": 5},
    ],
    skipped=[], doubts=[[4, "F"], [5, "F"], [6, "F"]], not_understood=[[6, "C"]], totals=[], settings={"data": "2025-12-31"},
)

# 7. No headings at all, UTF-16, tabs.
lines = ["100 - 1 -B\tbasso\tProtocollo\tSI", "100-2-M\tMEDIO\tNotifiche degli atti\tno", "200-1-A\tAlto\tAccertamenti\tin parte"]
(HERE / "senza-intestazioni.txt").write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-16"))
reading(
    "senza-intestazioni.txt", encoding="utf-16le", table="processi", header_rows=[],
    columns={"A": "codice", "B": "rischio", "C": "processo", "D": "smartabilita"},
    records=[
        {"codice": "100-1-B", "rischio": "basso", "processo": "Protocollo", "smartabilita": "si"},
        {"codice": "100-2-M", "rischio": "medio", "processo": "Notifiche degli atti", "smartabilita": "no"},
        {"codice": "200-1-A", "rischio": "alto", "processo": "Accertamenti", "smartabilita": "in parte"},
    ],
    skipped=[], doubts=[], not_understood=[], totals=[],
)

# 8. Abbreviated headings, letters of other alphabets, lists of every kind.
rows = [
    'Cod. proc.,Descr. processo,Liv. di rischio,"Input / origine",Fasi principali,Prodotto finale,Uff. competente,Smartabile (S/N),Telefono',
    '"220-1-В",Albo pretorio,B,D\'ufficio,"a) Ricezione b) Pubblicazione",Relata,Servizi Istituzionali,S,051 1',
    '220-2-М,Determinazioni,medio,"Proposta; Decreto","- Istruttoria - Firma",Atto,c.s.,in p.,051 2',
    '220-3-A,Accessi,ALTA,Istanza / Ufficio,Ricezione richiesta Istruttoria Rilascio,"Copia, parere, nota",Serv. Tributi,N,',
]
(HERE / "abbreviazioni.csv").write_bytes(("\r\n".join(rows) + "\r\n").encode("utf-8"))
reading(
    "abbreviazioni.csv", encoding="utf-8", table="processi", header_rows=[1],
    columns={"A": "codice", "B": "processo", "C": "rischio", "D": "input", "E": "fasi", "F": "output", "G": "servizio", "H": "smartabilita", "I": None},
    records=[
        {"codice": "220-1-B", "processo": "Albo pretorio", "rischio": "basso", "input": ["D'ufficio"], "fasi": ["Ricezione", "Pubblicazione"],
         "output": ["Relata"], "servizio": ["servizi-istituzionali"], "smartabilita": "si"},
        {"codice": "220-2-M", "processo": "Determinazioni", "rischio": "medio", "input": ["Proposta", "Decreto"], "fasi": ["Istruttoria", "Firma"],
         "output": ["Atto"], "servizio": ["servizi-istituzionali"], "smartabilita": "in parte"},
        {"codice": "220-3-A", "processo": "Accessi", "rischio": "alto", "input": ["Istanza", "Ufficio"],
         "fasi": ["Ricezione richiesta Istruttoria Rilascio"], "output": ["Copia, parere, nota"], "servizio": ["servizio-tributi"], "smartabilita": "no"},
    ],
    skipped=[], doubts=[[2, "A"], [3, "A"], [4, "D"], [4, "E"], [4, "F"]], not_understood=[], totals=[],
)

# 9. Smart teams beside their services, on a sheet after a cover.
book = Workbook()
sheet = book.active
sheet.title = "Copertina"
sheet["A1"] = "Allegato 2A"
sheet = book.create_sheet("Gruppi")
fill(sheet, [
    ["Area", "Servizio", "Smart team", "Grado di smartabilità"],
    ["Risorse", "Servizio Tributi", "Servizio Tributi", "smartabile"],
    [None, "Servizi educativi scolastici e sociali", "Linfa", "Parz. smartabile"],
    [None, None, "Nidi d'Infanzia", "no"],
])
save(book, "gruppi.xlsx")
reading(
    "gruppi.xlsx", table="smart-team", header_rows=[1], sheet="Gruppi",
    columns={"A": "area", "B": "servizio", "C": "nome", "D": "smartabilita"},
    records=[
        {"id": "servizio-tributi", "nome": "Servizio Tributi", "servizio": "servizio-tributi", "smartabilita": "smartabile"},
        {"id": "linfa", "nome": "Linfa", "servizio": "servizi-educativi-scolastici-e-sociali", "smartabilita": "parzialmente smartabile"},
        {"id": "nidi-d-infanzia", "nome": "Nidi d'Infanzia", "servizio": "servizi-educativi-scolastici-e-sociali", "smartabilita": "non smartabile"},
    ],
    skipped=[], doubts=[], not_understood=[], totals=[],
)

# 10. Roles merged over what is expected of them.
ods = Ods()
ods.sheet("Valutazione", [
    ["Ruolo", "Comportamenti attesi"],
    [("Dirigente", 2, 1), "Affida obiettivi"],
    [..., "Verifica i risultati"],
    ["Dipendente", "Rispetta le scadenze"],
])
ods.save("valutazione.ods")
reading(
    "valutazione.ods", table="valutazione", header_rows=[1], columns={"A": "nome", "B": "voci"},
    records=[{"nome": "Dirigente", "voci": ["Affida obiettivi", "Verifica i risultati"]}, {"nome": "Dipendente", "voci": ["Rispetta le scadenze"]}],
    skipped=[], doubts=[], not_understood=[], totals=[],
)

# 11. What a spreadsheet makes of what is typed: codes and days as dates, failed formulas.
book = Workbook()
sheet = book.active
sheet.title = "Foglio1"
fill(sheet, [
    ["Codice", "Processo", "Lavoro agile", "Servizio"],
    [datetime.date(2026, 1, 2), "Protocollo", "si", "Servizio Tributi"],
    ["120-1-B", "Rimborsi", "#N/A", "Servizio Tributi"],
    ["120-2-B", "Accertamenti", 0.5, "#REF!"],
    [None, None, "si", "Servizio Tributi"],
])
save(book, "guasti.xlsx")
reading(
    "guasti.xlsx", table="processi", header_rows=[1], columns={"A": "codice", "B": "processo", "C": "smartabilita", "D": "servizio"},
    records=[
        {"processo": "Protocollo", "smartabilita": "si", "servizio": ["servizio-tributi"]},
        {"codice": "120-1-B", "processo": "Rimborsi", "servizio": ["servizio-tributi"]},
        {"codice": "120-2-B", "processo": "Accertamenti", "smartabilita": "in parte", "percentuale": 50},
    ],
    skipped=[], doubts=[], not_understood=[[2, "A"], [3, "C"], [4, "D"], [5, "B"]], totals=[],
)

# 12. The training plan: groups as bands, marks by audience under merged headings.
data = HERE.parent.parent / "data" / "2025-2027"
plan = yaml.load((data / "formazione.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
book = Workbook()
sheet = book.active
sheet.title = "Piano formativo"
audiences = plan["destinatari"]
fill(sheet, [["Modulo"] + [audience.get("gruppo", audience["nome"]) for audience in audiences]])
fill_row = [None] + [audience["nome"] if "gruppo" in audience else None for audience in audiences]
for column, value in enumerate(fill_row, 1):
    sheet.cell(2, column).value = value
records, skipped, row = [], [], 3
for group in plan["gruppi"]:
    sheet.cell(row, 1).value = group["nome"]
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(audiences) + 1)
    skipped.append([row, "titolo"])
    row += 1
    for module in group["moduli"]:
        sheet.cell(row, 1).value = module["nome"]
        for column, audience in enumerate(audiences, 2):
            sheet.cell(row, column).value = module.get("destinatari", {}).get(audience["id"])
        records.append({"gruppo": group["nome"], "nome": module["nome"], **({"destinatari": module["destinatari"]} if module.get("destinatari") else {})})
        row += 1
save(book, "formazione.xlsx")
reading("formazione.xlsx", table="formazione", header_rows=[1, 2], records=records, skipped=skipped, doubts=[], not_understood=[], totals=[],
        columns={"A": "nome", "B": audiences[0]["id"]})

# The table of the annex itself, as an office could have kept it: titles, headings repeated on each page, areas merged, names for identifiers.
read = lambda name: yaml.load((data / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
offices = read("servizi")
names = {area["id"]: area["nome"] for area in offices["aree"]}
services = {service["id"]: service["nome"] for service in offices["servizi"]}
teams = {team["id"]: team["nome"] for team in read("smart-team")["smart_team"]}
programs = {program["id"]: program["nome"] for program in read("software")["software"] if "id" in program}
book = Workbook()
sheet = book.active
sheet.title = "Tavola 1"
HEADINGS = ["CODICE - IND", None, "PROCESSO", "FINALITA'", "INPUT", "FASI/ATTIVITA'", "ОUTPUT", "AREA", "SMART TEAM", "SMARTABILITÀ",
            "SUPPORTI CARTACEI", "SOFTWARE", "NOTE"]
rows = [["TABELLA ALLEGATA: MAPPATURA DEI PROCESSI SMARTABILI"], [], HEADINGS]
processes, last = read("processi")["processi"], None
for number, process in enumerate(processes):
    if number and number % 20 == 0:
        rows.append(HEADINGS)
    lines = lambda key: "\n".join(process.get(key, [])) or None
    areas = "\n".join(names[area] for area in process.get("area", []))
    who = process.get("smart_team", [])
    named = [teams[team] for team in who] if who != "tutti" else ["tutti"]
    who = "\n".join(named + [services[service] for service in process.get("servizio", [])])
    rows.append([process["codice"].replace("-", " - "), process.get("rischio", "").upper(), process["processo"], process.get("finalita"),
                 lines("input"), lines("fasi"), lines("output"), areas.upper() or None, who or None,
                 process["smartabilita"].upper() + "".join(process.get("richiami", [])), process.get("supporti_cartacei", "").upper() or None,
                 "\n".join(programs[program] for program in process.get("software", [])) or None, process.get("nota")])
rows.append(["TOTALE PROCESSI", None, len(processes)])
fill(sheet, rows)
sheet.merge_cells("A1:M1")
save(book, "tavola-1.xlsx")

# Indicators: the dimension merged, years as headings that are numbers, bounds, hours with a comma.
book = Workbook()
sheet = book.active
sheet.title = "Indicatori"
fill(sheet, [
    ["Dimensione", "Indicatore", "U.M.", "Valore di partenza al 31.12.2025", "Target", None, "Consuntivo 2025", "Fonte dati"],
    [None, None, None, None, 2026, 2027, None, None],
    ["Salute digitale", "Postazioni portatili", "n.", "1.250", 1400, ">= 1500", "1.204", "Inventario"],
    [None, "Ore di formazione", "ore", "7,12", "n.d.", "8,5", None, None],
    ["Benessere", "Adesione", "%", "35,5%", "40%", "45%", "-", "Personale"],
])
for merged in ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:G2", "H1:H2", "A3:A4"]:
    sheet.merge_cells(merged)
save(book, "indicatori.xlsx")
day = {"al": "2025-12-31"}
reading(
    "indicatori.xlsx", table="indicatori", header_rows=[1, 2],
    columns={"A": "dimensione", "B": "indicatore", "C": "unita", "D": "base", "E": "obiettivi", "F": "obiettivi", "G": "consuntivo", "H": "fonte"},
    records=[
        {"dimensione": "Salute digitale", "indicatore": "Postazioni portatili", "unita": "n.", "base": {"valore": 1250, **day},
         "obiettivi": {"2026": 1400, "2027": ">= 1500"}, "consuntivo": {"2025": 1204}, "fonte": "Inventario"},
        {"dimensione": "Salute digitale", "indicatore": "Ore di formazione", "unita": "ore", "base": {"valore": 7.12, **day}, "obiettivi": {"2027": 8.5}},
        {"dimensione": "Benessere", "indicatore": "Adesione", "unita": "%", "base": {"valore": "35,5%", **day},
         "obiettivi": {"2026": "40%", "2027": "45%"}, "fonte": "Personale"},
    ],
    skipped=[], doubts=[], not_understood=[], totals=[],
)
