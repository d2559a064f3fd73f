"""The codes that other stages give, and the rule that docgen applies by itself: what `docgen regles` says of them.

A finding with one of these codes is never made here, or not only: the stage named is the one that sees the fault.
"""

from dataclasses import dataclass

from docgen.checks.rule import Source
from docgen.findings import Severity


@dataclass(frozen=True, slots=True)
class Notice:
    """A rule that no check of `RULES` carries out: its code, which stage does, and its explanation, in French.

    `severity` is None for what docgen corrects by itself, without a finding.
    """

    code: str
    severity: Severity | None
    source: Source
    title: str
    stage: str
    explanation: str


_DOCGEN = Source("docgen")
_BLOQUANT = Severity.BLOQUANT
_LECTURE, _MISE_EN_PAGE = "lecture des fichiers", "mise en page"

NOTICES: tuple[Notice, ...] = (
    Notice(
        "MEP-01",
        _BLOQUANT,
        Source("docgen", "mise en page"),
        "Page que le moteur n’a pas dessinée comme demandé",
        _MISE_EN_PAGE,
        "Le moteur de mise en page dit ce qu’il n’a pas su faire (une propriété, une taille) : le message le répète. "
        "Le document n’est pas définitif tant que cela reste.",
    ),
    Notice(
        "SAI-01",
        _BLOQUANT,
        _DOCGEN,
        "Clé inconnue",
        _LECTURE,
        "Une clé que docgen ne connaît pas ne serait pas lue : elle est refusée, et la plus proche est proposée.",
    ),
    Notice(
        "SAI-02",
        _BLOQUANT,
        _DOCGEN,
        "Valeur nécessaire absente",
        _LECTURE,
        "Un champ nécessaire est absent, vide ou laissé à compléter (« xxx », « … », « ____ »). « Néant » et « Sans "
        "objet » sont des réponses.",
    ),
    Notice(
        "SAI-03",
        _BLOQUANT,
        _DOCGEN,
        "Valeur d’une autre forme que celle attendue",
        _LECTURE,
        "Une date, un montant, un taux, un numéro SIRET ou une adresse n’a pas la forme attendue ; un exemple de la "
        "bonne forme est donné.",
    ),
    Notice(
        "SAI-04",
        _BLOQUANT,
        _DOCGEN,
        "Clé ou identifiant porté deux fois",
        _LECTURE,
        "Une clé figure une fois par bloc, et deux fichiers du même genre n’ont pas le même identifiant.",
    ),
    Notice(
        "SAI-05",
        _BLOQUANT,
        _DOCGEN,
        "Caractère que Word ou le PDF ne savent pas porter",
        _LECTURE,
        "Un caractère de commande, un non-caractère ou une lettre perdue (U+FFFD) se trouve dans le fichier.",
    ),
    Notice(
        "SAI-06",
        _BLOQUANT,
        _DOCGEN,
        "Fichier qui n’est pas du YAML simple",
        _LECTURE,
        "Le fichier ne se lit pas (guillemets oubliés autour d’un titre qui contient « : »), ou il emploie des ancres, "
        "des étiquettes, plusieurs documents, une profondeur ou une taille hors limites.",
    ),
    Notice(
        "SAI-07",
        _BLOQUANT,
        _DOCGEN,
        "Encodage autre que l’UTF-8",
        _LECTURE,
        "Les fichiers sont en UTF-8, avec ou sans marque d’ordre des octets ; le Windows-1252 est reconnu et dit.",
    ),
    Notice(
        "SIG-06",
        _BLOQUANT,
        Source("docgen", "mise en page"),
        "Bloc de signature isolé ou coupé",
        _MISE_EN_PAGE,
        "Un bloc de signature n’est jamais coupé, ni seul sur une page sans deux lignes de texte ou un autre bloc.",
    ),
    Notice(
        "TYP-01",
        None,
        Source("docgen", "typographie"),
        "Espaces, guillemets et signes français",
        "correction à l’impression",
        "docgen pose lui-même les espaces insécables, les guillemets, « n° », « 1er », « 2e », l’euro, « L. 6332-1 » "
        "dans ce qu’il imprime, sans changer une lettre ni un chiffre. Un texte de loi cité reste tel quel. Cette "
        "règle ne donne donc aucun constat.",
    ),
)
