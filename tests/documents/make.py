"""Makes the Word documents of this folder, as offices write them.

`pip install python-docx`, then `python make.py`; `libreoffice.docx` is `word.docx` saved again by LibreOffice:
`soffice --headless --convert-to docx --outdir altro word.docx`, then renamed.
"""

import struct
import zlib
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

W = nsdecls("w")


def picture():
    """A grey dot as PNG."""
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b""))


def link(document, paragraph, address, text):
    number = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{number}"><w:r><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr><w:t>{text}</w:t></w:r></w:hyperlink>'))


def notes(document, texts):
    body = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        for n, text in enumerate(texts, 2))
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {W}>{body}</w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def call(paragraph, number):
    paragraph._p.append(parse_xml(f'<w:r {W}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'))


def base():
    """What both documents say."""
    document = Document()
    document.core_properties.author = "Ufficio Personale"
    document.add_paragraph("Il lavoro agile nell'ente", style="Title")
    document.add_heading("Chi può", level=1)
    paragraph = document.add_paragraph("Può chiedere il lavoro agile ")
    paragraph.add_run("tutto il personale").bold = True
    paragraph.add_run(", anche ")
    paragraph.add_run("a tempo determinato").italic = True
    paragraph.add_run(". Si veda ")
    link(document, paragraph, "https://www.example.org/norme", "la norma")
    paragraph.add_run(".")
    call(paragraph, 2)
    for text, style in [("prima voce;", "List Bullet"), ("dentro la prima;", "List Bullet 2"), ("seconda voce.", "List Bullet")]:
        document.add_paragraph(text, style=style)
    for text in ["chiedere;", "firmare."]:
        document.add_paragraph(text, style="List Number")
    document.add_heading("Quanti giorni", level=2)
    table = document.add_table(rows=3, cols=2)
    for row, texts in enumerate([("Ufficio", "Giorni"), ("Anagrafe", "1"), ("Tributi", "2 * 3")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.add_paragraph("Una citazione.", style="Quote")
    document.add_paragraph("# Non è un titolo, 1 * 2 * 3 e {{ totali.processi }}.")
    notes(document, ["La legge 81 del 2017."])
    return document


base().save("word.docx")

lossy = base()
paragraph = lossy.add_paragraph("Testo con ")
paragraph._p.append(parse_xml(f'<w:ins {W} w:id="90" w:author="A"><w:r><w:t>aggiunta</w:t></w:r></w:ins>'))
paragraph._p.append(parse_xml(f'<w:del {W} w:id="91" w:author="A"><w:r><w:delText>tolto</w:delText></w:r></w:del>'))
paragraph._p.append(parse_xml(f'<w:r {W}><w:commentReference w:id="1"/></w:r>'))
lossy.add_paragraph("Figura: ").add_run().add_picture(picture())
paragraph = lossy.add_paragraph("Riquadro: ")
paragraph._p.append(parse_xml(
    f'<w:r {W}><w:pict><w:txbxContent><w:p><w:r><w:t>nel riquadro</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>'))
paragraph = lossy.add_paragraph("Formula: ")
paragraph._p.append(parse_xml('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'))
table = lossy.add_table(rows=2, cols=2)
table.cell(0, 0).text = "Uniti"
table.cell(0, 0).merge(table.cell(0, 1))
table.cell(1, 0).text = "a"
table.cell(1, 1).text = "b"
paragraph = lossy.add_paragraph("Rosso: ")
paragraph._p.append(parse_xml(f'<w:r {W}><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>attenzione</w:t></w:r>'))
lossy.save("perdite.docx")
