"""The codes of what is read back of a Word file."""

from docgen.checks.notice import Notice
from docgen.checks.rule import Source
from docgen.findings import Severity

_DOCGEN = Source("docgen")
_REPRISE = "reprise d’un fichier Word"

REPRISE: tuple[Notice, ...] = (
    Notice(
        "REP-01",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Lignes qui ne sont pas du texte des articles",
        _REPRISE,
        "La page de garde, la page des parties, les signatures et les annexes ne sont pas reprises en "
        "Markdown : elles se saisissent dans les fichiers YAML. La première et la dernière de ces lignes sont "
        "citées.",
    ),
    Notice(
        "REP-02",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Ligne dont le rôle est deviné",
        _REPRISE,
        "Une ligne sans style de titre est prise pour la tête d’un article, d’une division ou pour un "
        "intertitre à cause de ses seuls mots.",
    ),
    Notice(
        "REP-03",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Contenu qui n’est pas du texte",
        _REPRISE,
        "Une image, une zone de texte, un commentaire, une table des matières, une équation, l’adresse d’un lien, un "
        "champ à remplir ne sont pas repris ; le nombre et la place en sont dits.",
    ),
    Notice(
        "REP-04",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Modifications suivies",
        _REPRISE,
        "Le Markdown donne le texte une fois toutes les modifications acceptées ; elles sont proposées comme "
        "opérations d’un avenant.",
    ),
    Notice(
        "REP-05",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Accolades doubles",
        _REPRISE,
        "Le texte porte « {{ », que docgen lirait comme une valeur à remplacer.",
    ),
    Notice(
        "REP-06",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Tableau simplifié",
        _REPRISE,
        "Le tableau a des cellules fusionnées ou de plusieurs alinéas, que le Markdown ne sait pas dire.",
    ),
    Notice(
        "REP-07",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Aucun article",
        _REPRISE,
        "Aucune ligne de la forme « Article 1er – Objet » n’a été trouvée dans le fichier.",
    ),
    Notice(
        "REP-08",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Modification sans opération",
        _REPRISE,
        "La modification touche un visa, un préambule, la tête d’un tableau ou un intertitre : docgen ne devine pas "
        "l’opération qui la ferait.",
    ),
    Notice(
        "REP-09",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Charnière",
        _REPRISE,
        "« Il est convenu ce qui suit : » se donne dans le fichier de la convention (charniere:), et non dans son "
        "texte : docgen l’ôte du texte repris et la rend mot pour mot.",
    ),
    Notice(
        "REP-10",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Noms des articles",
        _REPRISE,
        "Un fichier Word n’a pas les noms par lesquels les autres papiers citent un article. Un article qui porte le "
        "titre d’un article du modèle reçoit son nom ; les autres se nomment à la main.",
    ),
    Notice(
        "REP-11",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Contenu repris sous une autre forme",
        _REPRISE,
        "Une note de bas de page est mise entre crochets là où le texte l’appelle ; un champ est pris pour ce qu’il "
        "affiche, un passage masqué comme les autres, un tableau dans un tableau mis à plat. La place en est dite.",
    ),
)
