#!/usr/bin/env python3
"""Makes workbooks whose sheets are laid out in unusual ways, and beside each what must be read in it.

Needs openpyxl, and LibreOffice (`soffice`) for the ODS one. The right readings are written here by hand, and not by the program.
"""

import subprocess
import tempfile

from openpyxl import Workbook

from book import HERE, fill, reading, save


def process(name, verdict, **more):
    return {"processo": name, "smartabilita": verdict, **more}


def adopted(service, employees, agile, **more):
    return {"servizio": service, "dipendenti": employees, "agili": agile, **more}


# 1. Three tables in one sheet, one below the other: a blank row and a title between them, a total and a note under the second.
book = Workbook()
sheet = book.active
sheet.title = "Foglio1"
fill(sheet, [
    ["Tabella A – Processi del Servizio Tributi"],
    ["Processo", "Servizio", "Smartabile", "Motivazione"],
    ["Accertamenti", "Servizio Tributi", "SI", None],
    ["Sportello", "Servizio Tributi", "NO", "presenza"],
    [],
    ["Tabella B – Personale al 31/12/2025"],
    [],
    ["Servizio", "Dipendenti", "Lavoratori agili"],
    ["Servizio Tributi", 5, 4],
    ["Servizi Finanziari", 11, 8],
    ["Totale", 16, 12],
    ["Nota: dati provvisori"],
    [],
    ["Applicativo", "A cosa serve", "Ditta"],
    ["Conti Chiari", "Contabilità", "Esempio S.r.l."],
])
save(book, "tre-tavole.xlsx")
reading("tre-tavole.xlsx", sheets=[
    dict(table="processi", header_rows=[2], columns={"A": "processo", "B": "servizio", "C": "smartabilita", "D": "motivazione"},
         records=[process("Accertamenti", "si", servizio=["servizio-tributi"]),
                  process("Sportello", "no", servizio=["servizio-tributi"], motivazione="presenza")],
         skipped=[[1, "titolo"], [5, "vuota"]], doubts=[], not_understood=[], totals=[]),
    dict(table="attuazione", header_rows=[8], columns={"A": "servizio", "B": "dipendenti", "C": "agili"},
         records=[adopted("Servizio Tributi", 5, 4), adopted("Servizi Finanziari", 11, 8)],
         skipped=[[6, "titolo"], [7, "vuota"], [11, "totale"], [12, "nota"], [13, "vuota"]], doubts=[], not_understood=[],
         totals=[[11, "B", 16, 16], [11, "C", 12, 12]]),
    dict(table="software", header_rows=[14], columns={"A": "nome", "B": "scopo", "C": "fornitore"},
         records=[{"nome": "Conti Chiari", "scopo": "Contabilità", "fornitore": "Esempio S.r.l."}],
         skipped=[], doubts=[], not_understood=[], totals=[]),
])

# 2. Two tables side by side, a blank column between them, of unequal length.
book = Workbook()
sheet = book.active
sheet.title = "Situazione"
fill(sheet, [
    ["Situazione al 31/12/2025"],
    ["Servizio", "N. dipendenti", "di cui agili", None, "Software", "Finalità d'uso"],
    ["Servizio Tributi", 5, 4, None, "Conti Chiari", "Contabilità"],
    ["Servizi Finanziari", 11, 8, None, "Firma Certa", "Firma digitale"],
    ["Avvocatura Civica", 3, 3],
])
save(book, "affiancate.xlsx")
reading("affiancate.xlsx", sheets=[
    dict(table="attuazione", header_rows=[2], columns={"A": "servizio", "B": "dipendenti", "C": "agili"},
         records=[adopted("Servizio Tributi", 5, 4), adopted("Servizi Finanziari", 11, 8), adopted("Avvocatura Civica", 3, 3)],
         doubts=[], not_understood=[], totals=[]),
    dict(table="software", header_rows=[2], columns={"E": "nome", "F": "scopo"},
         records=[{"nome": "Conti Chiari", "scopo": "Contabilità"}, {"nome": "Firma Certa", "scopo": "Firma digitale"}],
         doubts=[], not_understood=[], totals=[]),
])

# 3 and 4. Rows that a filter hides and a hidden column, in XLSX and, by LibreOffice, in ODS: read like the others, and said.
book = Workbook()
sheet = book.active
sheet.title = "Mappatura"
fill(sheet, [
    ["Processo", "Servizio", "Note", "Smartabile"],
    ["Accertamenti", "Servizio Tributi", "da rivedere", "SI"],
    ["Rimborsi", "Servizio Tributi", None, "in parte"],
    ["Sportello", "Servizio Tributi", None, "NO"],
    ["Ruoli", "Servizio Tributi", None, "SI"],
])
sheet.auto_filter.ref = "A1:D5"
for row in [3, 4]:
    sheet.row_dimensions[row].hidden = True
sheet.column_dimensions["C"].hidden = True
save(book, "nascoste.xlsx")
with tempfile.TemporaryDirectory() as folder:
    subprocess.run(["soffice", "--headless", "--convert-to", "ods", "--outdir", folder, str(HERE / "nascoste.xlsx")], check=True, capture_output=True)
    (HERE / "nascoste.ods").write_bytes(open(f"{folder}/nascoste.ods", "rb").read())
for name in ["nascoste.xlsx", "nascoste.ods"]:
    taxes = {"servizio": ["servizio-tributi"]}
    reading(
        name, table="processi", header_rows=[1], columns={"A": "processo", "B": "servizio", "C": "nota", "D": "smartabilita"},
        records=[process("Accertamenti", "si", nota="da rivedere", **taxes), process("Rimborsi", "in parte", **taxes),
                 process("Sportello", "no", **taxes), process("Ruoli", "si", **taxes)],
        skipped=[], doubts=[], not_understood=[], totals=[],
        remarks=["le righe nascoste 3, 4 sono state lette come le altre", "la colonna nascosta C è stata letta come le altre"],
    )

# 5. A sheet for each service, whose name it bears; legends on a sheet that is no table.
book = Workbook()
sheet = book.active
sheet.title = "Legenda"
fill(sheet, [["SI = si può fare da remoto"], ["NO = serve la presenza"]])
for name in ["Servizio Tributi", "Servizi Finanziari"]:
    sheet = book.create_sheet(name)
    fill(sheet, [["Processo", "Lavoro agile"], ["Protocollo", "si"], ["Archivio", "no"]])
save(book, "un-foglio-per-servizio.xlsx")
reading("un-foglio-per-servizio.xlsx", sheets=[
    dict(table="processi", header_rows=[1], records=[process(name, verdict, servizio=[service]) for name, verdict in [("Protocollo", "si"), ("Archivio", "no")]],
         doubts=[], not_understood=[], remarks=[f"ufficio di tutte le righe: «{title}», dal nome del foglio"])
    for service, title in [("servizio-tributi", "Servizio Tributi"), ("servizi-finanziari", "Servizi Finanziari")]
])

# 6. The office in the titles above the table: a label and its name in cells of their own.
book = Workbook()
sheet = book.active
sheet.title = "Scheda"
fill(sheet, [
    ["COMUNE DI ESEMPIO"],
    ["Servizio:", "Servizi Finanziari"],
    ["Responsabile:", "dott.ssa Bianchi"],
    [],
    ["Codice", "Processo", "Lavoro agile"],
    ["100-1-B", "Bilancio", "si"],
    ["100-2-B", "Pagamenti", "in parte (firma)"],
])
save(book, "ufficio-nel-titolo.xlsx")
reading(
    "ufficio-nel-titolo.xlsx", table="processi", header_rows=[5], columns={"A": "codice", "B": "processo", "C": "smartabilita"},
    records=[process("Bilancio", "si", codice="100-1-B", servizio=["servizi-finanziari"]),
             process("Pagamenti", "in parte", codice="100-2-B", servizio=["servizi-finanziari"], motivazione="firma")],
    skipped=[[1, "titolo"], [2, "titolo"], [3, "titolo"], [4, "vuota"]], not_understood=[], totals=[],
    remarks=["ufficio di tutte le righe: «Servizio Servizi Finanziari», dal titolo della riga 2"],
)

# 7. The three answers as three columns of crosses under one heading, the paper as two.
book = Workbook()
sheet = book.active
sheet.title = "Foglio1"
fill(sheet, [
    ["Servizio", "Processo", "Smartabilità", None, None, "Supporti cartacei", None],
    [None, None, "SI", "NO", "IN PARTE", "SI", "NO"],
    ["Servizio Tributi", "Accertamenti", "X", None, None, None, "x"],
    [None, "Sportello", None, "x", None, "X", None],
    [None, "Rimborsi", None, None, "✓", None, None],
    [None, "Ruoli", "x", "x", None, None, "x"],
])
for merged in ["A1:A2", "B1:B2", "C1:E1", "F1:G1", "A3:A6"]:
    sheet.merge_cells(merged)
save(book, "crocette.xlsx")
reading(
    "crocette.xlsx", table="processi", header_rows=[1, 2],
    columns={"A": "servizio", "B": "processo", "C": "smartabilita", "D": "smartabilita", "E": "smartabilita", "F": "supporti_cartacei", "G": "supporti_cartacei"},
    records=[process("Accertamenti", "si", servizio=["servizio-tributi"], supporti_cartacei="no"),
             process("Sportello", "no", servizio=["servizio-tributi"], supporti_cartacei="si"),
             process("Rimborsi", "in parte", servizio=["servizio-tributi"]),
             {"processo": "Ruoli", "servizio": ["servizio-tributi"], "supporti_cartacei": "no"}],
    skipped=[], doubts=[], not_understood=[[6, "D"]], totals=[],
)

# 8. Formulas that no program has computed: a total, a code and a verdict.
book = Workbook()
sheet = book.active
sheet.title = "Foglio1"
fill(sheet, [
    ["Servizio", "Dipendenti", "Lavoratori agili", "Note"],
    ["Servizio Tributi", 5, 4, None],
    ["Servizi Finanziari", 11, "=B3-3", None],
    ["Totale", "=SUM(B2:B3)", "=SUM(C2:C3)", None],
])
save(book, "formule.xlsx")
reading(
    "formule.xlsx", table="attuazione", header_rows=[1],
    records=[adopted("Servizio Tributi", 5, 4), {"servizio": "Servizi Finanziari", "dipendenti": 11}],
    skipped=[[4, "totale"]], doubts=[], not_understood=[[3, "C"]], totals=[],
)

# 9. Codes that a CSV keeps as texts by formulas and apostrophes, letters of Windows, a line break inside quotation marks.
text = "Codice;Attivit\xe0;Servizio;Remotizzabile\r\n" + '="0012";Protocollo;Servizio Tributi;S\xec\r\n' + "'0013;Archivio;Servizio Tributi;No\r\n" + '"=""0014""";"Rilascio\ncopie";Servizio Tributi;in parte\r\n'
(HERE / "protetti.csv").write_bytes(text.encode("windows-1252"))
reading(
    "protetti.csv", encoding="windows-1252", table="processi", header_rows=[1],
    records=[process("Protocollo", "si", codice="0012", servizio=["servizio-tributi"]), process("Archivio", "no", codice="0013", servizio=["servizio-tributi"]),
             process("Rilascio copie", "in parte", codice="0014", servizio=["servizio-tributi"])],
    skipped=[], not_understood=[], totals=[],
)

# 10. What mail makes of a table: UTF-16, tabs, headings in capital letters, blank columns at the left, a blank row between all rows.
lines = ["\t\tPROCESSO\tSTRUTTURA\tESITO", "", "\t\tAccertamenti\tServizio Tributi\tSI", "", "\t\tSportello\tidem\tNO", "", "\t\tTOTALE\t2\t"]
(HERE / "da-posta.txt").write_bytes(b"\xff\xfe" + "\r\n".join(lines).encode("utf-16le"))
reading(
    "da-posta.txt", encoding="utf-16le", table="processi", header_rows=[1], columns={"C": "processo", "D": "servizio", "E": "smartabilita"},
    records=[process("Accertamenti", "si", servizio=["servizio-tributi"]), process("Sportello", "no", servizio=["servizio-tributi"])],
    skipped=[[2, "vuota"], [4, "vuota"], [6, "vuota"], [7, "totale"]], doubts=[], not_understood=[], totals=[[7, "D", 2, 2]],
)
