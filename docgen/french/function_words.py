"""The words of functions held by persons, in both genders.

The feminines are those that the administration uses (rectrice, préfète, cheffe, professeure); another one is typed.
"""

from collections.abc import Iterator, Mapping

from docgen.french.letters import folded

_FUNCTIONS = """
    directeur/directrice recteur/rectrice inspecteur/inspectrice administrateur/administratrice sénateur/sénatrice
    coordinateur/coordinatrice coordonnateur/coordonnatrice fondateur/fondatrice ambassadeur/ambassadrice
    animateur/animatrice négociateur/négociatrice médiateur/médiatrice formateur/formatrice auditeur/auditrice
    modérateur/modératrice rapporteur/rapporteuse contrôleur/contrôleuse gouverneur/gouverneure
    proviseur/proviseure professeur/professeure ingénieur/ingénieure défenseur/défenseure procureur/procureure
    président/présidente adjoint/adjointe représentant/représentante gérant/gérante dirigeant/dirigeante
    coprésident/coprésidente attaché/attachée référent/référente correspondant/correspondante expert/experte
    interlocuteur/interlocutrice agent/agente officier/officière technicien/technicienne
    assistant/assistante consultant/consultante suppléant/suppléante enseignant/enseignante
    délégué/déléguée chargé/chargée député/députée élu/élue employé/employée associé/associée préposé/préposée
    chancelier/chancelière trésorier/trésorière conseiller/conseillère greffier/greffière huissier/huissière
    préfet/préfète chef/cheffe doyen/doyenne avocat/avocate magistrat/magistrate intendant/intendante
    principal/principale général/générale ancien/ancienne premier/première second/seconde haut/haute
"""

_OF_BOTH_GENDERS = """
    ministre secrétaire commissaire responsable maire notaire juriste membre mandataire délégataire titulaire garde
    porte juge comptable gestionnaire
"""

_ADJECTIVES = """
    régional/régionale national/nationale départemental/départementale interrégional/interrégionale local/locale
    territorial/territoriale international/internationale municipal/municipale communal/communale fédéral/fédérale
    confédéral/confédérale social/sociale commercial/commerciale médical/médicale spécial/spéciale syndical/syndicale
    industriel/industrielle opérationnel/opérationnelle exceptionnel/exceptionnelle culturel/culturelle
    ministériel/ministérielle interministériel/interministérielle
    légal/légale permanent/permanente
    exécutif/exécutive administratif/administrative consultatif/consultative associatif/associative
    financier/financière métropolitain/métropolitaine européen/européenne
    nommé/nommée habilité/habilitée mandaté/mandatée désigné/désignée
    vice sous co parole
"""

_WITHOUT_TITLE = """
    chargé adjoint représentant gérant assistant consultant suppléant enseignant employé associé préposé intendant élu
    responsable membre mandataire délégataire titulaire juriste comptable gestionnaire attaché référent correspondant
    expert interlocuteur agent technicien porte chef formateur animateur rapporteur
    auditeur ancien général
"""

COMPOUNDS = (
    "secrétaire d’état",
    "garde des sceaux",
    "chef de service",
    "chef de cabinet",
    "chef d’établissement",
    "directeur de cabinet",
    "chargé de mission",
)
"""The functions, in the masculine, whose head is more than the words before its first complement."""


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for pair in text.split():
        masculine, _, feminine = pair.partition("/")
        yield masculine, feminine or masculine


_NOUNS = dict(_pairs(_FUNCTIONS + _OF_BOTH_GENDERS))
_PAIRS = _NOUNS | dict(_pairs(_ADJECTIVES))

FEMININE_OF: Mapping[str, str] = {folded(word): pair[1] for pair in _PAIRS.items() for word in pair}
"""The feminine of each word of a function, from either gender, folded."""

MASCULINE_OF: Mapping[str, str] = {folded(word): pair[0] for pair in _PAIRS.items() for word in pair}
"""The masculine of each word of a function, from either gender, folded."""

NOUNS: frozenset[str] = frozenset(folded(word) for pair in _NOUNS.items() for word in pair)
"""The words, folded, that a function may begin with."""

WITHOUT_TITLE: frozenset[str] = frozenset(folded(word) for word in _WITHOUT_TITLE.split())
"""The functions, in the masculine and folded, by which nobody is addressed: "Madame", not "Madame la Gérante"."""
