"""CON-07: same name for the same thing.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

import re
from collections.abc import Iterator

from docgen.checks.rule import Remark, Subject
from docgen.checks.spots import spots
from docgen.checks.wording import any_case, at, holding, occurrences, plain
from docgen.findings import FieldPath
from docgen.french import article_typed, name_known
from docgen.model.common import Nature
from docgen.model.convention import Convention
from docgen.model.messages import lu, proche
from docgen.model.normalise import normalise

_MINISTRY = re.compile(r"[Mm]inistère(?<=\b.inistère) (?:de la |de l’|des |du |d’)[^.;:()«»]*")
_CAPITAL_NOUN = re.compile(r"(?:Ministère|Académie|Région académique|Rectorat)s?\b")
_JOINT = re.compile(r"[Cc](?<=\b.)(?i:ommissions? paritaires? \w+)")
_BODY = re.compile(
    r"[CcGg](?<=\b.)(?i:(?:(?<=c)omités?|(?<=g)roupes?) (?:de pilotage|de suivi|directeurs?|stratégiques?))\b"
)
_LETTER = re.compile(r"\w")
_OF_THE_LAW = re.compile(r"\bconventions?-cadres? [^.;]*\barticle L\. 6332-1\b", re.IGNORECASE)
_FRAME = re.compile(
    r"[CcAaPp](?<=\b.)(?i:(?<=c)onventions?[- ]cadres?|(?<=a)ccords?-cadres?|(?<=p)rotocoles? d’accord)\b"
)


def names_of_ministries(subject: Subject) -> Iterator[Remark]:
    """Un ministère porte partout le nom que la page des parties lui donne : dans le texte comme dans les collèges du
    comité. Une autre dénomination, d’autres majuscules sont signalées."""
    known = tuple(_ministries(subject.piece_as(Convention)))
    for read, places in occurrences(subject.words, _MINISTRY).items() if known else ():
        words = read.strip(" ,")
        if not any(_begins(_lowered(words), name) for name in known):
            alike = next((name for name in known if _begins(_folded(words), _folded(name))), None)
            near = alike or proche(words, list(known)) or known[0]
            why = "autres majuscules ou ponctuation" if alike else "autre nom"
            message = f"{at(*places)}, lu {lu(words)} ({why}) ; la page des parties dit « {near} »."
            for path, place in spots(subject, words, *places):
                yield Remark(message, "Employez le nom de la page des parties.", path, None, place)


def _ministries(convention: Convention) -> Iterator[str]:
    for partie in convention.parties:
        if partie.nature is Nature.MINISTERE:
            past = (name for one in partie.denominations for name in (one.nom, one.nom_court))
            yield from (_lowered(plain(name)) for name in (partie.nom, partie.nom_court, *past) if name)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def common_nouns(subject: Subject) -> Iterator[Remark]:
    """Le nom d’un ministère ou d’une académie se saisit sans majuscule au nom commun (« ministère de… ») : docgen la
    met en tête de phrase, et seulement là."""
    for index, partie in enumerate(subject.piece_as(Convention).parties):
        for field, name in (("nom", partie.nom), ("nom_court", partie.nom_court)):
            if name and _CAPITAL_NOUN.match(name):
                message = f"Lu {lu(name)} ; attendu : « {_lowered(name)} », sans majuscule au nom commun."
                yield Remark(
                    message, "Écrivez-le ainsi : docgen met la majuscule en tête de phrase.", ("parties", index, field)
                )


def articles_in_names(subject: Subject) -> Iterator[Remark]:
    """Le nom d’une partie se saisit sans article : docgen le pose, l’élide et le contracte. « La Poste » garde le sien,
    qui a sa majuscule."""
    for index, partie in enumerate(subject.piece_as(Convention).parties):
        for field, name in (("nom", partie.nom), ("nom_court", partie.nom_court)):
            article, bare = article_typed(name or "")
            if article:
                message = f"Lu {lu(name or '')} ; attendu : « {bare} », sans article."
                kept = "" if name_known(bare) else f", et « article: {article} »"
                yield Remark(message, f"Écrivez « {field}: {bare} »{kept}.", ("parties", index, field))


def _begins(words: str, name: str) -> bool:
    return words.startswith(name) and not _LETTER.match(words, len(name))


def _folded(words: str) -> str:
    return normalise(words.replace(",", ""))


def names_of_bodies(subject: Subject) -> Iterator[Remark]:
    """Le comité et la commission paritaire portent partout le nom que la convention leur donne : « commission paritaire
    transversale » et « transverse » désignent-elles la même ?"""
    comite = subject.piece_as(Convention).comite
    for pattern, name in ((_JOINT, comite.cpt), (_BODY, comite.nom)) if comite else ():
        for words, places in occurrences(subject.words, pattern).items() if name else ():
            if not _begins(_singular(plain(name or "")), _singular(words)):
                message = f"{at(*places)}, lu {lu(words)} ; la convention dit « {name} »."
                for path, place in spots(subject, words, *places):
                    yield Remark(message, "Employez un seul nom, ou définissez le second.", path, None, place)


def _singular(name: str) -> str:
    return " ".join(word.removesuffix("s") for word in name.lower().split())


def name_of_the_text(subject: Subject) -> Iterator[Remark]:
    """Le texte se désigne d’un bout à l’autre par sa nature : une « convention de coopération » ne s’appelle pas
    « convention cadre » à l’un de ses articles. Le mot de la loi reste permis là où l’article L. 6332-1 est cité."""
    nature = subject.piece_as(Convention).nature
    own = [passage for passage in holding(subject.words, _FRAME) if not _OF_THE_LAW.search(passage.text)]
    for words, places in occurrences(own, _FRAME).items() if nature else ():
        if _singular(words) not in _singular(plain(nature or "")):
            message = f"{at(*places)}, le texte s’appelle « {words} » ; sa nature est « {nature} »."
            for path, place in spots(subject, words, *places):
                yield Remark(message, "Employez un seul mot pour désigner le texte.", path, None, place)


def sigles_spelled_out(subject: Subject) -> Iterator[Remark]:
    """Le sigle d’une partie ou du comité s’écrit en toutes lettres à son premier emploi : « ministère de l’éducation
    nationale (MENJ) ». Un sigle employé sans l’être est signalé."""
    words = subject.words
    for sigle, name, path in _sigles(subject.piece_as(Convention)):
        one = re.escape(sigle)
        used = list(holding(words, re.compile(rf"{any_case(sigle)}(?i:(?<!\w{one}))(?!\w)")))
        spelled = re.compile(rf"[(«] ?{one} ?[)»]|(?<!\w){one} \(", re.IGNORECASE)
        if used and not any(spelled.search(passage.text) for passage in used):
            message = f"{at(*(passage.where for passage in used))}, le sigle {sigle} est employé sans être défini."
            yield Remark(message, f"Écrivez au premier emploi « {name} ({sigle}) ».", path)


def _sigles(convention: Convention) -> Iterator[tuple[str, str, FieldPath]]:
    for index, partie in enumerate(convention.parties):
        if partie.sigle and partie.sigle != partie.usuel:
            yield partie.sigle, partie.nom or partie.sigle, ("parties", index, "sigle")
    comite = convention.comite
    if comite and comite.sigle:
        yield comite.sigle, comite.nom or comite.sigle, ("comite", "sigle")
