#!/usr/bin/env python3
"""Makes workbooks with habits of offices that the others of this folder do not have, and beside each what must be read in it.

Needs openpyxl. The right readings are written here by hand, and not by the program.
"""

import datetime

from openpyxl import Workbook

from book import HERE, fill, reading, save


def process(name, verdict, service="servizio-tributi", **more):
    return {"processo": name, "smartabilita": verdict, "servizio": [service], **more}


def adopted(service, **more):
    return {"servizio": service, **more}


# 1. Headed paper: three titles, headings in three merged rows with a row that numbers the columns, shares that are numbers with a format,
#    hyphens that do not break, subtotals between the rows, a note with its mark below.
book = Workbook()
sheet = book.active
sheet.title = "Mappatura 2026"
fill(sheet, [
    ["COMUNE DI ESEMPIO"],
    ["Piano Integrato di Attività e Organizzazione 2026-2028"],
    ["Allegato 2 – Mappatura dei processi"],
    [],
    ["Compilato da: Segreteria generale"],
    [],
    ["Struttura", None, "Procedimento", None, None, "Lavoro agile"],
    ["Area", "Servizio", "Codice", "Denominazione", "Rischio corruttivo", "Eseguibile da remoto", None, "Documenti cartacei", "Note"],
    [None, None, None, None, None, "Esito", "Quota remotizzabile"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
    ["Risorse", "Servizio Tributi", "410\u20111\u2011B", "Accertamenti", "B", "SÌ", 1, "NO"],
    [None, None, "410\u20112\u2011M", "Sportello", "Medio", "No", 0, "Sì", "presenza"],
    ["Totale Servizio Tributi", None, 2],
    [None, "Servizi Finanziari", "320 -1- B", "Bilancio", "basso", "PARZ.", 0.35, "-"],
    [None, None, "320 – 2 – A", "Pagamenti", "ALTO", "in parte*", 0.5, "n.d.", "solo firma digitale"],
    ["Totale Servizi Finanziari", None, 2],
    ["TOTALE GENERALE", None, 4],
    ["* dato da confermare"],
])
for row in range(11, 16):
    sheet.cell(row, 7).number_format = "0%"
for merged in ["A1:I1", "A2:I2", "A3:I3", "A7:B7", "C7:E7", "F7:I7", "A8:A9", "B8:B9", "C8:C9", "D8:D9", "E8:E9", "F8:G8", "H8:H9", "I8:I9",
               "B11:B12", "A13:B13", "B14:B15", "A16:B16", "A17:B17", "A18:I18"]:
    sheet.merge_cells(merged)
save(book, "carta-intestata.xlsx")
office = {"area": ["risorse"]}
reading(
    "carta-intestata.xlsx", table="processi", header_rows=[8, 9],
    columns={"A": "area", "B": "servizio", "C": "codice", "D": "processo", "E": "rischio", "F": "smartabilita", "G": "percentuale", "H": "supporti_cartacei", "I": "nota"},
    records=[
        process("Accertamenti", "si", codice="410-1-B", rischio="basso", percentuale=100, supporti_cartacei="no", **office),
        process("Sportello", "no", codice="410-2-M", rischio="medio", percentuale=0, supporti_cartacei="si", nota="presenza", **office),
        process("Bilancio", "in parte", "servizi-finanziari", codice="320-1-B", rischio="basso", percentuale=35, **office),
        process("Pagamenti", "in parte", "servizi-finanziari", codice="320-2-A", rischio="alto", percentuale=50, nota="solo firma digitale", richiami=["*"], **office),
    ],
    skipped=[[1, "titolo"], [2, "titolo"], [3, "titolo"], [4, "vuota"], [5, "titolo"], [6, "vuota"], [7, "titolo"], [10, "intestazione ripetuta"],
             [13, "totale"], [16, "totale"], [17, "totale"], [18, "nota"]],
    doubts=[], not_understood=[], totals=[[13, "C", 2, 2], [16, "C", 2, 2], [17, "C", 4, 4]],
)

# 2. Headings in two languages, days and dates in words, numbers that are texts, a share that follows from the others.
book = Workbook()
sheet = book.active
sheet.title = "Smart working"
fill(sheet, [
    ["Servizio / Dienststelle", "Dipendenti / Bedienstete", "di cui in lavoro agile / davon in Smart Working", "Giorni a settimana / Tage pro Woche", "%", "Rilevato il / Stand"],
    ["Servizio Tributi", "5", "4", "1 gg.", 0.8, "31/12/2025"],
    ["Servizi Finanziari", "11 unità", "8 (73%)", "da 1 a 2", 8 / 11, "31.12.2025"],
    ["Avvocatura Civica", "3", "tutti", "fino a 2", 1.0, "31-dic-25"],
    ["Servizio Mobilità", "1.204", "—", "nessuno", 0, "31 dicembre 2025"],
    ["Totale / Gesamt", 1223],
])
for row in range(2, 6):
    sheet.cell(row, 5).number_format = "0.0%"
save(book, "due-lingue.xlsx")
reading(
    "due-lingue.xlsx", table="attuazione", header_rows=[1],
    columns={"A": "servizio", "B": "dipendenti", "C": "agili", "D": "giorni_settimana", "E": None, "F": None},
    records=[
        adopted("Servizio Tributi", giorni_settimana=1, dipendenti=5, agili=4),
        adopted("Servizi Finanziari", giorni_settimana="1-2", dipendenti=11, agili=8),
        adopted("Avvocatura Civica", giorni_settimana=2, dipendenti=3),
        adopted("Servizio Mobilità", giorni_settimana=0, dipendenti=1204),
    ],
    skipped=[[6, "totale"]], doubts=[[4, "D"]], not_understood=[[4, "C"]], totals=[[6, "B", 1223, 1223]],
)

# 3. UTF-16 with the high byte first; separators, quotation marks and line breaks inside quotation marks, lists numbered in two ways.
lines = [
    "Codice;Processo;Servizio;Fasi;Smartabile?;Carta",
    '"410-1-B";"Rilascio ""certificati"" ; copie";"Servizio Tributi";"1) Istanza;\n2) Istruttoria;\n3) Rilascio";"Si, in parte";"s"',
    '"410-2-B";"Archivio";"Serv. Tributi";"a. Ricezione; b. Scarto";"NO!";"N"',
    ";;;;;",
]
(HERE / "dal-protocollo.csv").write_bytes(b"\xfe\xff" + "\r\n".join(lines).encode("utf-16be"))
reading(
    "dal-protocollo.csv", encoding="utf-16be", table="processi", header_rows=[1],
    records=[
        process('Rilascio "certificati" ; copie', "in parte", codice="410-1-B", fasi=["Istanza", "Istruttoria", "Rilascio"], supporti_cartacei="si"),
        process("Archivio", "no", codice="410-2-B", fasi=["Ricezione", "Scarto"], supporti_cartacei="no"),
    ],
    not_understood=[], totals=[],
)

# 4. A row for each phase, all else merged; on what the documents stand instead of a yes or a no.
book = Workbook()
sheet = book.active
sheet.title = "Fasi"
fill(sheet, [
    ["N.", "Processo", "Ufficio responsabile", "Fase", "Smart si/no", "Supporto"],
    [1, "Accertamenti", "Servizio Tributi", "Controllo", "s", "digitale"],
    [None, None, None, "Notifica"],
    [None, None, None, "Riscossione"],
    [2, "Sportello", '"', "Accoglienza", "n", "cartaceo"],
    [None, None, None, "Rilascio"],
    [3, "Bilancio", "Servizi finanziari", "Stesura", "S/N", "misto"],
])
for top, bottom in [(2, 4), (5, 6)]:
    for column in "ABCEF":
        sheet.merge_cells(f"{column}{top}:{column}{bottom}")
save(book, "fasi-a-righe.xlsx")
reading(
    "fasi-a-righe.xlsx", table="processi", header_rows=[1],
    columns={"A": None, "B": "processo", "C": "servizio", "D": "fasi", "E": "smartabilita", "F": "supporti_cartacei"},
    records=[
        process("Accertamenti", "si", fasi=["Controllo", "Notifica", "Riscossione"], supporti_cartacei="no"),
        process("Sportello", "no", fasi=["Accoglienza", "Rilascio"], supporti_cartacei="si"),
        {"processo": "Bilancio", "servizio": ["servizi-finanziari"], "fasi": ["Stesura"], "supporti_cartacei": "si"},
    ],
    skipped=[], doubts=[[7, "F"]], not_understood=[[7, "E"]], totals=[],
)

# 5. Cells of every kind: a day where a code was, a number, truth values, hyphens of typographers, letters set apart, a failed formula.
book = Workbook()
sheet = book.active
sheet.title = "Dati"
fill(sheet, [
    ["cod.", "descrizione attività", "unità organizzativa", "telelavorabile", "rischio (B/M/A)", "ore"],
    [datetime.date(2026, 1, 5), "Protocollo", "Servizio Tributi", True, "b", "7,12"],
    [4101, "Archivio", "Servizio Tributi", False, "M/A", "7:12"],
    ["410\u20103\u2013B ", "Notifiche", "SERVIZIO  TRIBUTI", " SI' ", "b "],
    ["41O-4-B", "Ruoli", "servizio tributi", "S I", "nullo"],
    ["410-5-B", "Rimborsi", "Servizi finanziari", "forse", "#N/A"],
])
save(book, "tipi-di-cella.xlsx")
reading(
    "tipi-di-cella.xlsx", table="processi", header_rows=[1],
    columns={"A": "codice", "B": "processo", "C": "servizio", "D": "smartabilita", "E": "rischio", "F": None},
    records=[
        process("Protocollo", "si", rischio="basso"),
        process("Archivio", "no", codice="4101"),
        process("Notifiche", "si", codice="410-3-B", rischio="basso"),
        process("Ruoli", "si", codice="410-4-B"),
        {"codice": "410-5-B", "processo": "Rimborsi", "servizio": ["servizi-finanziari"]},
    ],
    skipped=[], doubts=[[5, "A"]], not_understood=[[2, "A"], [3, "E"], [5, "E"], [6, "E"], [6, "D"]], totals=[],
)

# 6. The smart teams by the names that people use, with abbreviated degrees and truth values.
book = Workbook()
sheet = book.active
sheet.title = "Elenco"
fill(sheet, [
    ["SMART TEAM", "SERVIZIO DI APPARTENENZA", "GRADO DI SMARTABILITÀ"],
    ["Biblioteca C.Pavese", "Serv. Casalecchio delle Culture", "Parzialm. smartabile"],
    ["SEMPLICE", "Servizi Demografici / Sportello Polifunzionale", "Non smart."],
    ["Linfa", "Servizi educativi, scolastici e sociali", True],
    ["Nidi d’Infanzia", "Servizi educativi scolastici e sociali", False],
])
save(book, "gruppi-abbreviati.xlsx")
education = "servizi-educativi-scolastici-e-sociali"
reading(
    "gruppi-abbreviati.xlsx", table="smart-team", header_rows=[1], columns={"A": "nome", "B": "servizio", "C": "smartabilita"},
    records=[
        {"id": "biblioteca-c-pavese", "nome": "Biblioteca C.Pavese", "servizio": "casalecchio-delle-culture", "smartabilita": "parzialmente smartabile"},
        {"id": "semplice", "nome": "SEMPLICE", "servizio": "servizi-demografici-sportello-polifunzionale", "smartabilita": "non smartabile"},
        {"id": "linfa", "nome": "Linfa", "servizio": education, "smartabilita": "smartabile"},
        {"id": "nidi-d-infanzia", "nome": "Nidi d’Infanzia", "servizio": education, "smartabilita": "non smartabile"},
    ],
    skipped=[], doubts=[], not_understood=[], totals=[],
)
