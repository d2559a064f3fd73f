"""CON-01, 02, 05, 06: the sides, the duration, the committee and the annexes that a convention states.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

import re
from collections.abc import Iterator, Sequence

from docgen.checks.fields import text_field
from docgen.checks.rule import Remark, Subject
from docgen.checks.spots import text_place
from docgen.checks.wording import Passage, Rare, any_case, at, holding, plain
from docgen.findings import Severity
from docgen.french import duration_figures, duration_words, long_date, number_named
from docgen.model.convention import Comite, Convention
from docgen.model.messages import lu
from docgen.model.temps import Duree, Unite
from docgen.text.signatures import signed_on
from docgen.tree import Document, PageKind, Part, text_of

_ITSELF = r"(?:présente? (?:convention|accord)(?: [\w’]+){0,3}|convention(?: de coopération)?|accord)"
_DURATION = re.compile(
    rf"\b(?:(?:(?P<made>(?:conclu|signée?|établi|passée?)e?s?)|(?:{_ITSELF}(?:\b[^.;]{{0,120}}\. elle)?|^elle)"
    r"(?: est|,)? (?:valable|prend effet|entre en vigueur))\b[^.;]{0,60}?"
    r"pour (?:une (?:durée|période) de )?"
    r"|(?:sa durée|durée (?:de la|du) (?:présente? )?(?:convention|accord)) est (?:de|fixée à) )"
    r"(?P<said>(?P<number>[\w-]+)(?: \((?P<again>[\w-]+)\))? (?P<unit>années?|ans?|mois|semaines?|jours?))\b",
    re.IGNORECASE,
)
"""What states the duration; « valable », « prend effet » are said of an approval too, and count of the text only."""
_OF_OTHERS = re.compile(
    r"\b(?:(?<!par )(?<!sauf )avenants?|accord local|convention d’application)\b[^,;.]*$", re.IGNORECASE
)
_OF_ITSELF_TOO = re.compile(rf"\b(?:{_ITSELF}\b[^;.]* et|les présentes)\b[^;.]*$", re.IGNORECASE)
"""What is concluded, in the plural, with the convention: « la convention et ses annexes sont conclues »."""
_UNIT = re.compile(r" (?:années?|ans?|mois|semaines?|jours?)\b", re.IGNORECASE)
"""What stands in all that `_DURATION` finds."""
_TACIT = re.compile(
    r"\b(?:tacite reconduction|reconduction tacite"
    r"|(?:renouvel|recondui)\w+ tacitement|tacitement (?:renouvel|recondui)\w+)\b[^,]*",
    re.IGNORECASE,
)
"""The words of a tacit renewal, with the end of their clause."""
_TACITLY = re.compile(any_case("tacite"))
_SENTENCE = re.compile(r"(?<=[.;]) ")
_REFUSED = re.compile(r"\b(?:ne|n’|sans|exclut|exclue?s?|aucune)\b|\bn’", re.IGNORECASE)
_EXCLUDED = re.compile(r"\bexclu(?:t|e?s?)\b", re.IGNORECASE)
_RENEWAL = r"(?:tacite reconduction|reconduction tacite)"
_BARRED = re.compile(
    rf"\b(?:{_RENEWAL}(?:,[^,]*,)? (?:(?:est|sera|demeure|reste) (?:\w+ )?(?:interdit|écarté|prohibé|refusé|proscrit)e"
    r"|n’est (?:pas|point) )"
    rf"|(?:interdi|écart|prohib|refus|proscri)\w+ (?:la|toute) {_RENEWAL})",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:convention|accord|elle|il) (?:expire|prend fin|cesse[^.;]{0,30}?) le (?P<day>\d{1,2}(?:er)? \w+ \d{4})",
    re.IGNORECASE,
)
_YEAR = re.compile(r" \d{4}")
_COLLEGES = Rare(
    re.compile(r"\b(?:composée? (?:de |d’)|comprend |compte )(?P<count>\w+) collèges?\b", re.IGNORECASE),
    re.compile(any_case("collège")).finditer,
)
_DECISION = re.compile(
    r"[QqMmPpUuCc](?<=\b.)(?i:(?<=q)uorum|(?<=m)ajorité|(?<=p)répondérante|(?<=u)nanimité|(?<=c)onsensus)\b"
)
_ANNOUNCED = re.compile(any_case("annex") + r"(?<=\b.....)(?i:[ée]e?s?)\b")
_TO_THE_TEXT = re.compile(
    r" (?:à|de) (?:la présente convention|(?:la convention|l’accord)(?! d(?!e coopération)))\b"
    r"| (?:au|du) présent \w| aux présentes\b"
)
_TO_ANOTHER = re.compile(r" (?:aux?|à (?:la|l’|une?|chaque|cette|son))\b| financière")
_MODEL = re.compile(r"\b(?:modèle|formulaire|type)s?\b", re.IGNORECASE)
_NOT = re.compile(r"(?:\bn’\w+|\bne \w+|\bnon)(?: \w+){0,2} $", re.IGNORECASE)
_MODELS = {"fiche-action": "fiche action", "fiche-realisation": "fiche de réalisation"}
_PRINTED_MODEL = "fiche-action"
"""The model that docgen prints at the end of the text."""


# ---------------------------------------------------------------- parties


def two_sides(subject: Subject) -> Iterator[Remark]:
    """Une convention se conclut entre deux côtés au moins (« d’une part », « d’autre part »), dont chacun a une partie.
    Chaque partie a un signataire, en fonction le jour de la signature."""
    convention = subject.piece_as(Convention)
    sides = [partie.cote for partie in convention.parties]
    if sides and None not in sides and len(set(sides)) < 2:
        message = f"Toutes les parties sont du même côté ({sides[0]}) ; attendu : deux côtés au moins."
        yield Remark(message, "Donnez « cote: 2 » aux parties de l’autre part.", ("parties", 0, "cote"))
    jour = signed_on(convention)
    for index, partie in enumerate(convention.parties):
        if jour and partie.signataires and not any(one.en_fonction(jour) for one in partie.signataires):
            message = f"Aucun signataire de la partie « {partie.usuel} » n’est en fonction le {long_date(jour)}."
            remedy = "Donnez le signataire en fonction ce jour-là, ou corrigez « du » et « au »."
            yield Remark(message, remedy, ("parties", index, "signataires"))


# ---------------------------------------------------------------- duration


def duration_as_stated(subject: Subject) -> Iterator[Remark]:
    """La durée donnée est celle que le texte énonce, et le texte l’énonce ; la date d’expiration s’en déduit : trois
    ans à compter du 12 mai 2021 expirent le 11 mai 2024 à minuit. La reconduction tacite n’est pas admise là où le
    texte l’exclut."""
    convention = subject.piece_as(Convention)
    words = subject.words
    yield from _duration(convention, words)
    yield from _end(subject, convention, words)
    yield from _renewal(convention, words)


def _duration(convention: Convention, words: tuple[Passage, ...]) -> Iterator[Remark]:
    if convention.duree is None or not words:
        return
    said = [(passage, found) for passage in holding(words, _UNIT) for found in _durations(passage.text)]
    expected = _written(convention.duree)
    for passage, found in said:
        if not _stated(found) <= set(expected):
            message = (
                f"{at(passage.where)}, le texte énonce {lu(found['said'])} ; la durée donnée est de {expected[0]}."
            )
            yield Remark(message, "Accordez « duree: » et le texte.", ("duree",))
    if not said:
        message = f"Le texte n’énonce pas la durée de la convention ({expected[0]})."
        remedy = "Écrivez dans le texte : « conclue pour une durée de {{duree.lettres}} »."
        yield Remark(message, remedy, text_field(convention), Severity.A_VERIFIER)


def _durations(text: str) -> Iterator[re.Match[str]]:
    """Yield what states the convention's own duration: not that of its amendments, nor of agreements in the plural."""
    found = _DURATION.search(text)
    while found:
        others = bool(found["made"]) and _of_others(text[: found.start()], found["made"])
        if not others:
            yield found
        found = _DURATION.search(text, found.end("made" if others else 0))


def _of_others(before: str, made: str) -> bool:
    return bool(_OF_OTHERS.search(before) or (made.endswith("s") and not _OF_ITSELF_TOO.search(before)))


def _stated(found: re.Match[str]) -> set[str]:
    """The durations that a text states, a number in brackets being one more: `quatre (4) années` says `4 ans` too."""
    said = (f"{number.lower()} {found['unit'].lower()}" for number in (found["number"], found["again"]) if number)
    return {re.sub(r"^une (?=an)", "un ", one.replace("année", "an")) for one in said}


def _written(duree: Duree) -> tuple[str, ...]:
    """The ways to write a duration; a number of years may be said in months."""
    forms = [duration_words(duree.nombre, duree.unite), duration_figures(duree.nombre, duree.unite)]
    if duree.unite is Unite.AN:
        forms += [duration_words(duree.nombre * 12, Unite.MOIS), duration_figures(duree.nombre * 12, Unite.MOIS)]
    return tuple(plain(form) for form in forms)


def _end(subject: Subject, convention: Convention, words: tuple[Passage, ...]) -> Iterator[Remark]:
    end = convention.expire_le
    for passage in holding(words, _YEAR) if end else ():
        for found in _END.finditer(passage.text):
            if end and found["day"].lower() != plain(long_date(end)):
                message = f"{at(passage.where)}, le texte expire le {lu(found['day'])} ; calculé : {long_date(end)}."
                remedy, place = f"Écrivez « expire le {long_date(end)} à minuit ».", text_place(subject, found["day"])
                yield Remark(message, remedy, text_field(convention), None, place)


def _renewal(convention: Convention, words: tuple[Passage, ...]) -> Iterator[Remark]:
    for passage in holding(words, _TACITLY):
        for sentence in _SENTENCE.split(passage.text) if _TACIT.search(passage.text) else ():
            tacit = _TACIT.search(sentence)
            refused = bool(
                tacit
                and (_REFUSED.search(sentence[: tacit.end()]) or _EXCLUDED.search(sentence) or _BARRED.search(sentence))
            )
            if not tacit or convention.reconduction_tacite is not refused:
                continue
            said, wanted = ("exclut", "non") if refused else ("admet", "oui")
            message = f"{at(passage.where)}, le texte {said} la reconduction tacite ; la donnée dit le contraire."
            yield Remark(message, f"Écrivez « reconduction_tacite: {wanted} ».", ("reconduction_tacite",))


# ---------------------------------------------------------------- committee


def colleges_and_voices(subject: Subject) -> Iterator[Remark]:
    """Les collèges annoncés sont ceux qui sont énumérés, et leurs voix sont additionnées. Un collège sans nombre de
    voix, un texte sans règle de quorum, de majorité ni de partage sont signalés : l’avis ne se déduit alors jamais des
    votes."""
    convention = subject.piece_as(Convention)
    comite = convention.comite
    if comite is None or not comite.colleges:
        return
    words = subject.words
    yield from _announced_colleges(comite, words)
    total = sum(college.voix or 0 for college in comite.colleges)
    for index, college in enumerate(comite.colleges):
        if college.voix is None:
            message = f"Le collège {index + 1} n’a pas de nombre de voix ; le total des autres est de {total}."
            remedy = "Donnez « voix: », ou laissez : ce collège n’est pas compté dans les votes."
            yield Remark(message, remedy, ("comite", "colleges", index, "voix"))
    if words and not any(holding(words, _DECISION)):
        message = f"Le texte ne dit ni quorum, ni majorité, ni règle de partage, pour {total} voix."
        yield Remark(
            message, "Rien à faire : l’avis du comité est saisi, jamais déduit des votes.", ("comite", "colleges")
        )


def _announced_colleges(comite: Comite, words: tuple[Passage, ...]) -> Iterator[Remark]:
    listed = len(comite.colleges)
    if comite.colleges_annonces is not None and comite.colleges_annonces != listed:
        message = f"{comite.colleges_annonces} collèges annoncés ; {listed} énumérés."
        yield Remark(message, "Accordez « colleges_annonces » et la liste.", ("comite", "colleges_annonces"))
        return
    for passage in holding(words, _COLLEGES):
        for found in _COLLEGES.finditer(passage.text):
            if number_named(found["count"]) not in (None, listed):
                message = f"{at(passage.where)}, le texte annonce {lu(found[0])} ; {listed} sont énumérés."
                yield Remark(message, "Accordez le texte et la liste.", ("comite", "colleges"))


# ---------------------------------------------------------------- annexes


def annexes_as_announced(subject: Subject) -> Iterator[Remark]:
    """Les modèles que le texte dit annexés le sont, et tout modèle annexé est imprimé à la suite du texte. Un modèle
    proposé par le secrétariat (« annexee: non ») ne compte pas parmi les annexes : il reste signalé, sans bloquer."""
    convention = subject.piece_as(Convention)
    if subject.paper is None:
        return
    attached = [annexe.modele for annexe in convention.annexes if annexe.annexee]
    for passage, modele, name in announced_models(subject.words):
        if modele not in attached:
            message = f"{at(passage.where)}, le texte annonce le modèle de {name} ; il n’est pas annexé."
            apart = modele in [annexe.modele for annexe in convention.annexes]
            remedy = _APART if apart else _to_annex(modele)
            yield Remark(message, remedy, ("annexes",), Severity.A_VERIFIER if apart else None)
    yield from _printed(convention, subject.paper)


def announced_models(words: Sequence[Passage]) -> Iterator[tuple[Passage, str, str]]:
    """Yield each model that an article of a text announces as annexed: passage, model, its name."""
    for passage in holding(words, _ANNOUNCED):
        if passage.where.startswith("l’article"):
            yield from ((passage, modele, name) for modele, name in _MODELS.items() if _announces(passage.text, name))


_APART = "Rien à faire s’il est transmis à part (« annexee: non ») ; sinon, retirez son annonce du texte."


def _to_annex(modele: str) -> str:
    """What to do for a model that is announced: the remedy leads to no other finding that blocks."""
    if modele == _PRINTED_MODEL:
        return f"Ajoutez « {modele} » aux annexes : docgen l’imprime à la suite du texte ; ou retirez son annonce."
    return (
        f"Ajoutez aux annexes « modele: {modele} » avec « annexee: non » : docgen en fait le modèle vierge, à "
        "transmettre à part ; ou retirez son annonce du texte."
    )


def _announces(text: str, name: str) -> bool:
    """Tell whether the sentence that speaks of annexed models names `name`."""
    return any(name in sentence and _annexes_a_model(sentence) for sentence in _SENTENCE.split(text))


def _annexes_a_model(sentence: str) -> bool:
    """Tell whether a sentence says that a model is annexed, or something to the convention; not to another paper."""
    model = _MODEL.search(sentence)
    return any(
        (_TO_THE_TEXT.match(sentence, found.end()) or (model and not _TO_ANOTHER.match(sentence, found.end())))
        and not _NOT.search(sentence, 0, found.start())
        for found in _ANNOUNCED.finditer(sentence)
    )


def _printed(convention: Convention, paper: Document) -> Iterator[Remark]:
    printed = sum(section.page in (PageKind.FORMULAIRE, PageKind.PAYSAGE) for section in paper.sections)
    attached = [annexe for annexe in convention.annexes if annexe.annexee]
    if printed < len(attached):
        message = f"Annexes données : {len(attached)} ; imprimées à la suite du texte : {printed}."
        yield Remark(
            message, "Donnez « annexee: non » aux modèles que docgen n’imprime pas, et joignez-les.", ("annexes",)
        )


def annexes_in_the_text(subject: Subject) -> Iterator[Remark]:
    """Un titre « ANNEXE » du texte propre s’imprime où il se trouve, avant le lieu, la date et les signatures : docgen
    n’imprime à leur suite que les modèles annexés."""
    if subject.piece_as(Convention).texte is None or subject.paper is None:
        return
    for block in subject.paper.blocks:
        head = plain(text_of(block.head.content)) if isinstance(block, Part) else ""
        if head.lower().startswith("annexe"):
            message = f"Le titre {lu(head)} est dans le texte : cette annexe s’imprime avant les signatures."
            remedy = "Joignez-la à part et retirez-la du texte ; ou laissez-la, si elle doit précéder les signatures."
            yield Remark(message, remedy, ("texte",), None, text_place(subject, head))
