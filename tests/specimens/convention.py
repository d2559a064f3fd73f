"""The convention of the mockups 01 to 03: cover, parties, visas, a few articles, signatures."""

from datetime import date

from docgen.tree import (
    Article,
    Block,
    Break,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inlines,
    Logo,
    NameStack,
    PageKind,
    Paragraph,
    ParagraphRole,
    Part,
    Quote,
    Run,
    Section,
    Signature,
    SignatureLine,
    SignatureRole,
    Signatures,
    Signs,
)
from tests.specimens.words import groups, inlines, prose, read_lines

SPECIMEN_LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 580 200" width="58mm" height="20mm">
<rect x="3" y="3" width="574" height="194" fill="#ffffff" stroke="#6b7788" stroke-width="4" stroke-dasharray="14 9"/>
<g fill="none" stroke="#1b365d" stroke-width="7"><circle cx="98" cy="100" r="58"/>
<ellipse cx="98" cy="100" rx="25" ry="58"/><path d="M40 100H156M48 70H148M48 130H148"/></g>
<text x="186" y="104" font-family="Liberation Sans" font-weight="bold" font-size="52" fill="#1b365d">OPCO ATLAS</text>
<text x="188" y="150" font-family="Liberation Sans" font-size="30" letter-spacing="8" fill="#1c1c1c">SPÉCIMEN</text>
</svg>""".encode()

_STATE = NameStack(
    ("MINISTÈRES", "ÉDUCATION", "JEUNESSE", "SPORTS", "ENSEIGNEMENT", "SUPÉRIEUR", "RECHERCHE"),
    ("Liberté", "Égalité", "Fraternité"),
)
_PARTNER = Logo(SPECIMEN_LOGO, "image/svg+xml", "OPCO ATLAS — SPÉCIMEN", 58)


def convention_specimen(draft: bool = False) -> Document:
    """Return the convention: its cover, then its text up to the signatures."""
    return Document(
        kind="convention",
        id="specimen",
        title="Convention de coopération entre les ministères et l’OPCO Atlas",
        short_title="Convention de coopération – ministères et OPCO Atlas",
        author="OPCO Atlas",
        family=Family.ACTE,
        sections=(Section(PageKind.GARDE, _cover()), Section(PageKind.TEXTE, _text())),
        dated=date(2021, 5, 12),
        draft=draft,
    )


def _cover() -> tuple[Block, ...]:
    return (
        Signs((_STATE,), (_PARTNER,)),
        Heading(HeadingRole.TITRE_DOCUMENT, 1, inlines("CONVENTION DE COOPÉRATION")),
        Paragraph(inlines("ENTRE"), ParagraphRole.CHARNIERE),
        _cover_party("LE MINISTÈRE DE L’ÉDUCATION NATIONALE,", "DE LA JEUNESSE ET DES SPORTS"),
        _cover_party("LE MINISTÈRE DE L’ENSEIGNEMENT SUPÉRIEUR,", "DE LA RECHERCHE ET DE L’INNOVATION"),
        Paragraph(inlines("ET"), ParagraphRole.CHARNIERE),
        _cover_party("L’Opérateur de Compétences Atlas"),
    )


def _cover_party(first: str, second: str = "") -> Paragraph:
    content: Inlines = (Run(first), Break(), Run(second)) if second else (Run(first),)
    return Paragraph(content, ParagraphRole.GARDE_PARTIE)


def _text() -> tuple[Block, ...]:
    lines = read_lines("convention.txt")
    start = next(number for number, line in enumerate(lines) if line.startswith("# "))
    parts = (_part(head, under) for head, under in groups(lines[start:], "# ") if head)
    done = Paragraph(inlines("Fait le ____ à Paris,"), ParagraphRole.FAIT)
    return (*_parties(), *_visas(lines[:start]), *parts, done, _signatures())


def _parties() -> tuple[Block, ...]:
    named, side = ParagraphRole.PARTIE_NOMMEE, ParagraphRole.COTE
    return (
        Paragraph(inlines("Le Ministre de l’éducation nationale, de la jeunesse et des sports"), named),
        Paragraph(inlines("La Ministre de l’enseignement supérieur, de la recherche et de l’innovation"), named),
        Paragraph(inlines("d’une part,"), side),
        Paragraph(inlines("Le Président et la Vice-Présidente de l’Opérateur de compétences Atlas"), named),
        Paragraph(inlines("d’autre part,"), side),
    )


def _visas(lines: list[str]) -> tuple[Block, ...]:
    visas = (line.removeprefix("vu ") for line in lines if line.startswith("vu "))
    quotes = "\n".join(line for line in lines if not line.startswith("vu ")).strip().split("\n\n")
    return (*(Paragraph(inlines(line), ParagraphRole.VISA) for line in visas), *(_quote(quote) for quote in quotes))


def _quote(text: str) -> Quote:
    first, *others = (line.removeprefix("> ") for line in text.splitlines())
    body = (Paragraph(inlines(line), ParagraphRole.CITATION) for line in others)
    return Quote((Paragraph(inlines(first), ParagraphRole.REFERENCE), *body))


def _part(head: str, lines: list[str]) -> Part:
    (_, opening), *articles = groups(lines, "## ")
    body = (*prose(opening), *(_article(title, under) for title, under in articles))
    return Part(Heading(HeadingRole.PARTIE, 2, inlines(head)), body)


def _article(title: str, lines: list[str]) -> Article:
    number = title.split("–", maxsplit=1)[0].removeprefix("Article").strip()
    return Article(number, Heading(HeadingRole.ARTICLE, 3, inlines(title)), prose(lines))


def _signatures() -> Signatures:
    return Signatures(
        (
            (
                _delegate(
                    "Le Ministre de l’éducation nationale, de la jeunesse et des sports",
                    "Jean-Michel BLANQUER",
                    "Pour le ministre et par délégation",
                    ("Le directeur général de l’enseignement scolaire", "Edouard GEFFRAY"),
                ),
                _delegate(
                    "La Ministre de l’enseignement supérieur, de la recherche et de l’innovation",
                    "Frédérique VIDAL",
                    "Pour la ministre et par délégation",
                    (
                        "La directrice générale de l’enseignement supérieur et de l’insertion professionnelle",
                        "Anne-Sophie BARTHEZ",
                    ),
                ),
            ),
            (
                _signature("Le Président de l’OPCO Atlas", "Philippe DEGONZAGUE"),
                _signature("La Vice-Présidente de l’OPCO Atlas", "Céline VICAINÉ"),
            ),
        )
    )


def _signature(quality: str, name: str, above: tuple[SignatureLine, ...] = ()) -> Signature:
    field = "signature-" + name.rsplit(maxsplit=1)[-1].lower()
    return Signature(inlines(quality), inlines(name), above, field, f"Signature de {name}")


def _delegate(authority: str, its_name: str, formula: str, person: tuple[str, str]) -> Signature:
    above = (
        SignatureLine(SignatureRole.QUALITE, inlines(authority)),
        SignatureLine(SignatureRole.NOM, inlines(its_name)),
        SignatureLine(SignatureRole.DELEGATION, inlines(formula)),
    )
    return _signature(*person, above)
