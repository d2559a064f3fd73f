"""The codes that other stages give, and the rule that docgen applies by itself: what `docgen regles` says of them.

A finding with one of these codes is never made here, or not only: the stage named is the one that sees the fault.
"""

from docgen.checks.notice import Notice
from docgen.checks.rule import Source
from docgen.checks.taken_back import REPRISE
from docgen.findings import Severity

_DOCGEN = Source("docgen")
_BLOQUANT = Severity.BLOQUANT
_LECTURE, _MISE_EN_PAGE = "lecture des fichiers", "mise en page"
_RETOUR = "vérification d’un fichier rendu"

NOTICES: tuple[Notice, ...] = (
    *REPRISE,
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
        "RET-01",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Fichier rendu sans les données de docgen",
        _RETOUR,
        "Le fichier n’a pas été fait par docgen, l’a été avec --sans-source, ou un logiciel en a retiré les "
        "données : il ne peut pas être comparé à ce qu’il devrait dire.",
    ),
    Notice(
        "RET-02",
        _BLOQUANT,
        _DOCGEN,
        "Mots qui ne sont pas ceux attendus",
        _RETOUR,
        "Le fichier est redessiné à partir des données qu’il porte ; chaque passage dont les mots diffèrent "
        "est cité, sous son titre.",
    ),
    Notice(
        "RET-03",
        _BLOQUANT,
        _DOCGEN,
        "Fichier modifié après coup",
        _RETOUR,
        "Les mots sont les mêmes, mais les octets d’un PDF ne le sont pas, ou quelque chose a été ajouté "
        "qu’aucune signature ne couvre.",
    ),
    Notice(
        "RET-04",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Signature électronique",
        _RETOUR,
        "Qui a signé, quand, et si ce qui a été signé est encore là. Bloquant si le fichier a été modifié "
        "depuis. docgen ne se prononce pas sur la confiance à accorder au certificat.",
    ),
    Notice(
        "RET-05",
        _BLOQUANT,
        _DOCGEN,
        "Texte caché",
        _RETOUR,
        "Le fichier porte un texte que ses pages ne montrent pas.",
    ),
    Notice(
        "RET-06",
        _BLOQUANT,
        _DOCGEN,
        "Modifications suivies laissées dans le fichier",
        _RETOUR,
        "Des insertions ou des suppressions attendent d’être acceptées ou refusées.",
    ),
    Notice(
        "RET-07",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Commentaires ou annotations",
        _RETOUR,
        "Le fichier porte des commentaires (Word) ou des annotations (PDF), qui ne font pas partie du document.",
    ),
    Notice(
        "RET-08",
        _BLOQUANT,
        _DOCGEN,
        "Valeur laissée à compléter",
        _RETOUR,
        "Le fichier porte un « [à compléter : …] ».",
    ),
    Notice(
        "RET-09",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Accessibilité perdue",
        _RETOUR,
        "Titre, langue, balises, niveaux de titres ou textes de remplacement manquent : souvent, un autre "
        "logiciel les a retirés en enregistrant.",
    ),
    Notice(
        "REU-09",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Courriel et invitation sans destinataire",
        "préparation du dossier de séance",
        "Le courriel et l’invitation vont aux membres et aux invités dont l’adresse est donnée ; ceux qui n’en ont pas "
        "sont nommés, pour qu’aucun ne soit oublié.",
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
        "SRC-01",
        Severity.A_VERIFIER,
        _DOCGEN,
        "Fichier qui ne porte pas les données dont il est fait",
        _MISE_EN_PAGE,
        "Chaque fichier porte les données qu’il imprime, et elles seules ; docgen le redessine à partir d’elles avant "
        "de les y mettre. Si elles ne le redonnent pas, elles n’y sont pas mises.",
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
