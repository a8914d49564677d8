#!/usr/bin/env python3
"""Writes the source of a guide of about eighty pages for Writer, in two columns, with a contents
table, running heads and page numbers, and beside it what a reader should find, a line for each block:
    write-guide.py FOLDER [--columns N] [--chapters N]    makes FOLDER/gids.fodt, FOLDER/gids.expected
The school and every sentence are made up, and the same on every run."""
import argparse
import pathlib
import random
from xml.sax.saxutils import escape

NAMES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible")))
SUBJECTS = ["Ondersteuning in de klas", "Extra hulp", "Klachten", "De ouderbijdrage", "Verzuim en verlof", "Onderwijstijd",
            "Resultaten", "Doelen van ons onderwijs", "Veiligheid", "Samenwerken met ouders"]
WHO = ["De leraar", "De intern begeleider", "Het team", "De directeur", "De medezeggenschapsraad", "De vertrouwenspersoon",
       "Het ondersteuningsteam", "De ouderraad"]
DOES = ["bespreekt elke maand", "beschrijft in het jaarplan", "kiest samen met ouders", "volgt met toetsen en gesprekken",
        "legt op de informatieavond uit", "evalueert voor de zomervakantie", "verbetert stap voor stap"]
WHAT = ["de voortgang van ieder kind", "welke begeleiding er nodig is", "de afspraken over samenwerken",
        "hoe wij met verschillen omgaan", "de ondersteuningsbehoeften in de groep", "de opbrengsten van het leesonderwijs"]
WHY = ["zodat niemand iets hoeft te missen", "omdat verwachtingen helpen", "en noteert dat in het leerlingvolgsysteem",
       "en deelt dat met de volgende groep", "binnen de tijd die daarvoor staat"]

SOFT = "\u00ad"  # where Writer may break a word, since not every machine has Dutch patterns
BROKEN = {word.replace("-", ""): word.replace("-", SOFT) for word in (
    "onder-steunings-behoeften", "leerling-volg-systeem", "vertrouwens-persoon", "mede-zeggenschaps-raad",
    "informatie-avond", "verwach-tingen", "begelei-ding", "bespre-ken", "directeur", "verschil-len", "afspra-ken")}


def breakable(text):
    for word, broken in BROKEN.items():
        text = text.replace(word, broken)
    return text


class Guide:
    def __init__(self, random_):
        self.random, self.body, self.expected, self.titles = random_, [], [], []

    def sentence(self):
        pick = self.random.choice
        return f"{pick(WHO)} {pick(DOES)} {pick(WHAT)}, {pick(WHY)}."

    def heading(self, level, title):
        self.body.append(f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{escape(title)}</text:h>')
        self.expected.append(f"heading {level} {title}")
        self.titles.append((level, title))

    def paragraph(self):
        text = " ".join(self.sentence() for _ in range(self.random.randint(3, 6)))
        self.body.append(f'<text:p text:style-name="Text_20_body">{escape(breakable(text))}</text:p>')
        self.expected.append(f"paragraph {text}")

    def items(self):
        texts = [f"{self.random.choice(WHAT)}, {self.random.choice(WHY)};" for _ in range(self.random.randint(3, 5))]
        self.body.append('<text:list text:style-name="L1">' + "".join(
            f'<text:list-item><text:p text:style-name="Item">{escape(breakable(t))}</text:p></text:list-item>' for t in texts) + "</text:list>")
        self.expected += [f"item {t}" for t in texts]

    def table(self):
        rows = [("Groep", "Leerlingen", "Norm")] + [(f"Groep {n}", str(self.random.randint(18, 30)), str(self.random.randint(5, 9)))
                                                  for n in range(3, 9)]
        cell = '<table:table-cell><text:p text:style-name="Cel">{}</text:p></table:table-cell>'.format
        self.body.append('<table:table><table:table-column table:number-columns-repeated="3"/>' + "".join(
            "<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows) + "</table:table>")
        self.expected += ["row " + " | ".join(row) for row in rows]

    def chapter(self, number):
        self.heading(1, f"{number} {SUBJECTS[(number - 1) % len(SUBJECTS)]} {'ABCDEFGHIJ'[(number - 1) // len(SUBJECTS)]}")
        for part in range(1, 5):
            self.heading(2, f"{number}.{part} {self.random.choice(WHAT).capitalize()} {number * 10 + part}")
            for _ in range(self.random.randint(3, 5)):
                self.paragraph()
            if part % 2:
                self.items()
            elif number % 3 == 0:
                self.table()
                self.paragraph()


def styles(columns):
    text = '<style:text-properties fo:font-size="{}pt" fo:font-weight="{}" fo:language="nl" fo:country="NL" fo:font-family="Liberation Sans" fo:hyphenate="{}"/>'.format
    plain = "".join(f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {space}/>{text(size, "normal", hyphens)}</style:style>'
                    for name, size, space, hyphens in (
                        ("Text_20_body", 10, 'fo:margin-bottom="2.5mm" fo:hyphenation-ladder-count="no-limit"', "true"),
                        ("Item", 10, 'fo:margin-bottom="1mm"', "true"), ("Cel", 10, "", "false"), ("Rand", 8, "", "false"),
                        ("Contents_20_1", 10, "", "false")))
    heads = "".join(f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
                    f'style:default-outline-level="{level}"><style:paragraph-properties fo:margin-top="4mm" fo:margin-bottom="2mm" '
                    f'fo:keep-with-next="always"/>{text(size, "bold", "false")}</style:style>' for level, size in ((1, 18), (2, 13)))
    layout = ('<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
              'fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm">'
              f'<style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:page-layout-properties>'
              '<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="5mm"/></style:header-style>'
              '<style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="5mm"/></style:footer-style></style:page-layout>')
    bullets = ('<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
               '<style:list-level-properties text:space-before="4mm" text:min-label-width="4mm"/></text:list-level-style-bullet></text:list-style>')
    return (f"<office:styles>{plain}{heads}{bullets}</office:styles><office:automatic-styles>{layout}</office:automatic-styles>"
            '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">'
            '<style:header><text:p text:style-name="Rand">De Zonnewijzer, gids voor ouders 2025-2026</text:p></style:header>'
            '<style:footer><text:p text:style-name="Rand">pagina <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>'
            "</style:master-page></office:master-styles>")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--columns", type=int, default=2)
    parser.add_argument("--chapters", type=int, default=39)
    given = parser.parse_args()
    guide = Guide(random.Random(80))
    for number in range(1, given.chapters + 1):
        guide.chapter(number)
    contents = "".join(f'<text:p text:style-name="Contents_20_1">{escape(title)} {"." * 30} {3 + at // 5}</text:p>'
                       for at, (level, title) in enumerate(guide.titles) if level == 1)
    front = '<text:p text:style-name="Text_20_body">Gids van basisschool De Zonnewijzer, een verzonnen school.</text:p><text:p text:style-name="Contents_20_1">Inhoud</text:p>'
    given.folder.mkdir(parents=True, exist_ok=True)
    (given.folder / "gids.fodt").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{styles(given.columns)}<office:body><office:text>'
        f'{front}{contents}{"".join(guide.body)}</office:text></office:body></office:document>', encoding="utf-8")
    (given.folder / "gids.expected").write_text("\n".join(guide.expected) + "\n", encoding="utf-8")


main()
