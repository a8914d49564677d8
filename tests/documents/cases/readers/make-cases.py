#!/usr/bin/env python3
"""Makes the binary cases of the readers and the hostile ones. Run by hand, from anywhere:
    tests/documents/cases/readers/make-cases.py
The outputs are committed: tests must not depend on Python, nor on how it packs a zip file."""
import pathlib
import zipfile

READERS = pathlib.Path(__file__).resolve().parent
HOSTILE = READERS.parent / "hostile"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f'''<w:styles {W}>
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Hoofdstuk"/><w:basedOn w:val="a1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="Tussenkop"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inh1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>
</w:styles>'''


def docx(path, body, head="", styles=STYLES):
    """A Word file with the least that readers need; the dates in it are fixed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in (("word/document.xml", f'{head}<w:document {W}><w:body>{body}</w:body></w:document>'),
                           ("word/styles.xml", styles)):
            file.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def p(text, style="", run=""):
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{style}<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def box(content):
    """A text box as Word writes it: for new programs, and once more for old ones."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>" + inside
            + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" + inside
            + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")


def ended_with_deletion(content):
    return f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{content}</w:p>"


def boxes_and_notes(path):
    """What hangs on paragraphs, what is deleted or hidden, and a body under another name, as Word on the web gives it."""
    def cell(text):
        return f"<w:tc>{p(text)}</w:tc>"
    note = '<w:r><w:{}Reference w:id="2"/></w:r>'.format
    body = (p("Klachten", "a1") + box(p("In het kader staat de klachtenregeling.") + p("Het kader heeft twee regels."))
            + f"<w:p><w:r><w:t>Voor een oud kader.</w:t><w:pict><v:textbox><w:txbxContent>{p('Het oude kader.')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
            + f"<w:p><w:r><w:t>Een zin met een noot</w:t></w:r>{note('footnote')}<w:r><w:t xml:space='preserve'> en een eindnoot</w:t></w:r>"
              f"{note('endnote')}{note('footnote')}<w:r><w:t>.</w:t></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>"
            + ended_with_deletion("<w:r><w:t xml:space='preserve'>De school bewaart </w:t></w:r><w:del><w:r><w:delText>niets.</w:delText></w:r></w:del>")
            + p("het dossier vijf jaar.")
            + "<w:p><w:moveFrom><w:r><w:t>Van hier verplaatst.</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>Hierheen verplaatst.</w:t></w:r></w:moveTo></w:p>"
            + p("Verborgen tekst.", run="<w:rPr><w:vanish/></w:rPr>")
            + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Klik hier om tekst in te voeren.')}</w:sdtContent></w:sdt>"
            + "<w:p><w:r><w:t xml:space='preserve'>Contactpersoon: </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>juf Floor</w:t></w:r></w:sdtContent></w:sdt>"
              "<w:hyperlink><w:r><w:t xml:space='preserve'>, te vinden op de site</w:t></w:r></w:hyperlink></w:p>"
            + f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell('Groep')}<w:sdt><w:sdtContent>{cell('Wie')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
              f"<w:tr>{cell('3')}<w:tc><w:tbl><w:tr>{cell('juf Floor')}{cell('meester Bram')}</w:tr></w:tbl></w:tc></w:tr></w:tbl>"
            + ended_with_deletion("<w:r><w:t>De laatste zin heeft geen einde.</w:t></w:r>"))
    names = f'{W} xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml"'
    parts = (("_rels/.rels", '<Relationships><Relationship Id="r1" Target="word/document2.xml" '
                             'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'),
             ("word/document2.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>"), ("word/styles.xml", STYLES),
             ("word/footnotes.xml", f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1">{p("streep")}</w:footnote>'
                                    f'<w:footnote w:id="2">{p("De noot noemt het adres.")}</w:footnote></w:footnotes>'),
             ("word/endnotes.xml", f'<w:endnotes {W}><w:endnote w:id="2">{p("De eindnoot noemt de bron.")}</w:endnote></w:endnotes>'),
             ("word/comments.xml", f'<w:comments {W}><w:comment w:id="0">{p("Klopt dit nog?")}</w:comment></w:comments>'))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts:
            file.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(path, pages, font=HELVETICA):
    """A PDF from the content streams of its pages, with Helvetica as F1, unless told otherwise, and its bold as F2."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", font,
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"]
    kids = []
    for stream in pages:
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
                       "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{o:010} 00000 n \n" for o in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    path.write_bytes(out.encode("latin-1"))


def lines(x, y, texts, size=11, font="F1", step=14):
    return "".join(f"BT /{font} {size} Tf {x} {y - i * step} Td ({t}) Tj ET\n" for i, t in enumerate(texts))


def readers():
    docx(READERS / "stijlen-en-wijzigingen.docx",
         p("Inhoud", "Inh1") + p("1 Ondersteuning 3", "Inh1")
         + '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC \\o </w:instrText>'
           '<w:fldChar w:fldCharType="separate"/><w:t>2 Klachten 5</w:t></w:r></w:p>'
         + '<w:p><w:r><w:t>3 Verlof 7</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
         + p("1 Ondersteuning", "Eigen") + p("1.1 In de klas", "Kop2")
         + '<w:p><w:r><w:t xml:space="preserve">De leraar </w:t></w:r><w:del><w:r><w:delText>niet </w:delText></w:r></w:del>'
           '<w:ins><w:r><w:t>helpt de leer\u00adling.</w:t></w:r></w:ins></w:p>'
         + '<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>een tweede uitleg;</w:t></w:r></w:p>'
         + p("Wie helpt er nog meer", run="<w:rPr><w:b/></w:rPr>") + p("De intern begeleider helpt ook.", "Rond")
         + '<w:tbl><w:tr><w:tc>' + p("Groep 3") + '</w:tc><w:tc>' + p("21") + '</w:tc></w:tr></w:tbl>')
    boxes_and_notes(READERS / "kaders-en-noten.docx")
    pdf(READERS / "kolommen-en-kopregels.pdf", [
        lines(60, 810, ["De Wilgenhoek - schoolgids"], 9) + lines(290, 30, [str(n)], 9) + content for n, content in enumerate((
            lines(60, 770, ["1 Ondersteuning"], 18, "F2")
            + lines(60, 740, ["De leraar helpt ieder kind dat in", "de klas moeite heeft met taal,", "lezen of rekenen. Dat heet onder-",
                              "steuning in de klas, en die is er", "voor alle kinderen van de school."])
            + lines(320, 740, ["De tweede kolom gaat verder met", "de intern begeleider. Zij praat elke", "maand met de leraar over de groep",
                               "en kijkt mee in de lessen als dat", "nodig is voor een van de kinderen."]),
            lines(60, 770, ["2 Klachten"], 18, "F2")
            + lines(60, 740, ["Een klacht bespreekt u met de leraar."])
            + lines(60, 710, ["Wie kan u helpen"], 11, "F2") + lines(60, 690, ["De directeur kan u helpen:"])
            + lines(60, 670, ["\225"]) + lines(80, 670, ["met een gesprek;"]) + lines(60, 654, ["\225"]) + lines(80, 654, ["met een brief."]),
            lines(60, 770, ["3 Cijfers"], 18, "F2")
            + lines(60, 740, ["Groep", "Groep 3", "Groep 4"]) + lines(200, 740, ["Leerlingen", "21", "24"])), 1)])
    pdf(READERS / "gescande-bladzijde.pdf", [lines(60, 770, ["Schoolgids van een school met een gescande bladzijde."]),
                                             "0.4 g 60 60 400 600 re f\n", ""])
    text = "Coördinator\r\n\r\nDe coördinator – ‘juf Floor’ – is er elke dag voor de kinderen en de ouders.\r\n"
    (READERS / "windows-1252.txt").write_bytes(text.encode("windows-1252"))
    (READERS / "utf-16.txt").write_bytes(text.encode("utf-16"))
    (READERS / "halve-tekens.txt").write_bytes(b"\xff\xfe" + "De klacht ".encode("utf-16-le") + b"\x00\xd8" + "x.".encode("utf-16-le"))


ODT = "application/vnd.oasis.opendocument.text"
O = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in (("office", "office"), ("text", "text")))


def odt(path, body, head="", further=()):
    """An OpenDocument text with the least that readers need, and further parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("mimetype"), ODT)
        for name, text in (("content.xml", f'{head}<office:document-content {O}><office:body><office:text>{body}</office:text></office:body>'
                                           '</office:document-content>'), *further):
            file.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def hostile_packed():
    odt(HOSTILE / "zip-bom.odt", f"<text:p>{' ' * 12_000_000}</text:p>")
    odt(HOSTILE / "diep-genest.odt", "<text:section>" * 3000 + "<text:p>diep</text:p>" + "</text:section>" * 3000)
    odt(HOSTILE / "diepe-lijst.odt", "<text:list><text:list-item>" * 3000 + "<text:p>diep</text:p>" + "</text:list-item></text:list>" * 3000)
    odt(HOSTILE / "gesloten.odt", "onleesbaar", further=[("META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>")])
    odt(HOSTILE / "entiteiten.odt", "<text:p>&l9;&bestand;</text:p><text:p>Gewone tekst.</text:p>",
        '<!DOCTYPE x [<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        + '<!ENTITY bestand SYSTEM "file:///etc/passwd">]>')
    with zipfile.ZipFile(HOSTILE / "zip-in-zip.zip", "w") as file:
        for name in ("entiteiten.docx", "zip-bom.docx"):
            file.writestr(zipfile.ZipInfo(name), (HOSTILE / name).read_bytes())


def hostile_pages():
    (HOSTILE / "diep-genest.html").write_text("<!DOCTYPE html><html><body>" + "<div>" * 5000 + "diep" + "</div>" * 5000 + "</body></html>")
    (HOSTILE / "diepe-lijst.html").write_text("<html><body>" + "<ul><li>" * 150 + "<b>" * 150 + "diep")
    (HOSTILE / "entiteiten.html").write_text('<!DOCTYPE html [<!ENTITY l0 "lol"><!ENTITY bestand SYSTEM "file:///etc/passwd">]>'
                                             "<html><body><p>&l0;&bestand;</p><p>Gewone tekst.</p></body></html>")
    # A font that only knows the numbers of its pictures: no program can tell the letters.
    shown = "".join(f"BT /F1 12 Tf 60 {770 - 20 * row} Td <" + "".join(f"{ord(c) - 29:04x}" for c in "Klachtenregeling van de school") + "> Tj ET\n"
                    for row in range(9))
    pdf(HOSTILE / "letters-zonder-tabel.pdf", [shown], "<< /Type /Font /Subtype /Type0 /BaseFont /Abc /Encoding /Identity-H /DescendantFonts "
        "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Abc /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        "/FontDescriptor << /Type /FontDescriptor /FontName /Abc /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 "
        "/CapHeight 700 /StemV 80 >> >>] >>")


def parts(path, *parts_):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts_:
            file.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def hostile_relations():
    """Relations that lead out of the package, and notes that refer to each other."""
    def relation(target, more=""):
        return ("_rels/.rels", f'<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="{target}" {more}/></Relationships>')
    parts(HOSTILE / "verwijst-naar-buiten.docx", relation("file:///etc/passwd", 'TargetMode="External"'), ("word/x.xml", "<w/>"))
    parts(HOSTILE / "klimt-naar-buiten.docx", relation("word/../../../../etc/passwd"), ("word/x.xml", "<w/>"))

    def note(number, *to):
        references = "".join(f'<w:footnoteReference w:id="{other}"/>' for other in to)
        return f'<w:footnote w:id="{number}"><w:p><w:r><w:t>noot {number}</w:t>{references}</w:r></w:p></w:footnote>'
    body = f'<w:document {W}><w:body><w:p><w:r><w:t>Tekst</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:body></w:document>'
    for name, notes in (("noten-in-een-kring.docx", note(1, 1, 2, 2) + note(2, 1)),
                        ("noten-onder-noten.docx", "".join(note(n, n + 1) for n in range(1, 3000)))):
        parts(HOSTILE / name, ("word/document.xml", body), ("word/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>"))


def hostile_without_text():
    types = ("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
    parts(HOSTILE / "zonder-tekstdeel.docx", types, ("word/styles.xml", "<w:styles/>"))
    parts(HOSTILE / "rekenblad.docx", types, ("xl/workbook.xml", "<workbook/>"))
    parts(HOSTILE / "zonder-tekstdeel.odt", ("META-INF/manifest.xml", "<manifest:manifest/>"), ("styles.xml", "<office:document-styles/>"))



def hostile():
    docx(HOSTILE / "zip-bom.docx", p(" " * 12_000_000))
    docx(HOSTILE / "diep-genest.docx", "<w:ins>" * 3000 + p("diep") + "</w:ins>" * 3000)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    docx(HOSTILE / "entiteiten.docx", p("&l9;&bestand;") + p("Gewone tekst."),
         f'<!DOCTYPE w:document [<!ENTITY l0 "lol">{laughs}<!ENTITY bestand SYSTEM "file:///etc/passwd">]>')
    docx(HOSTILE / "geen-xml.docx", "<w:p>")
    with zipfile.ZipFile(HOSTILE / "zip-zonder-document.docx", "w") as file:
        file.writestr(zipfile.ZipInfo("lees.mij"), "niets")
    (HOSTILE / "oude-word.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (HOSTILE / "brief.rtf").write_text(
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Calibri;}}" + "\n"
        r"\pard\f0\fs22\lang19 Ons ondersteuningsaanbod\par" + "\n"
        r"Wij bieden basisondersteuning aan elk kind, met extra instructie in de groep.\par" + "\n"
        "}\n")
    (HOSTILE / "gesloten.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    (HOSTILE / "geen-pdf.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 4)
    (HOSTILE / "leeg.txt").write_bytes(b"")
    (HOSTILE / "diepe-citaten.md").write_bytes(b"# Kop\n\n" + b"> " * 5000 + b"diep\n")


readers()
hostile()
hostile_packed()
hostile_relations()
hostile_without_text()
hostile_pages()
