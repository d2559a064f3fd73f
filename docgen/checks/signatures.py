"""SIG-01 to 05: who signs, in what quality, by which delegation, in how many originals.

The docstrings of the checks are in French: `docgen regles` shows them to users. What a laid-out page alone can tell
(SIG-06) is a finding of layout.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from docgen.checks.rule import Remark, Subject
from docgen.checks.wording import plain
from docgen.findings import FieldPath, Severity
from docgen.french import Gender, agree_function, cardinal, function_gender, function_known, long_date
from docgen.french.dates import MONTHS
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.avenant import Avenant
from docgen.model.common import Delegation, Nature, Partie, Personne, Signataire
from docgen.model.convention import Convention, Etat, ModeSignature, Signature
from docgen.model.convention_application import ConventionApplication
from docgen.model.denonciation import Denonciation
from docgen.model.messages import lu
from docgen.model.normalise import normalise
from docgen.model.operations import OperationSaisie
from docgen.text.convention_application import case_of
from docgen.text.signatures import signed_on
from docgen.tree import Document, Signatures, text_of
from docgen.values import replace

Signing = tuple[FieldPath, Signataire, Nature | None]
"""Someone who signs: where they stand in the file, and the nature of whom they sign for."""

_STATE = (Nature.MINISTERE, Nature.ACADEMIE)
_ARTICLE = re.compile(r"^(?:le |la |l[’'])", re.IGNORECASE)
_DATED = re.compile(rf"\b(?P<day>\d{{1,2}})(?:er)? (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})\b")


def _signing(subject: Subject) -> Iterator[Signing]:
    """Yield those who sign the paper of the piece."""
    match subject.piece:
        case Convention(parties=parties):
            for index, partie in enumerate(parties):
                for rank, one in enumerate(partie.signataires):
                    yield ("parties", index, "signataires", rank), one, partie.nature
        case AutorisationLogo(autorite=authority) if authority:
            yield ("autorite",), authority, Nature.MINISTERE
        case ConventionApplication(autres_parties=parties):
            for index, partie in enumerate(parties):
                for rank, one in enumerate(partie.signataires):
                    yield ("autres_parties", index, "signataires", rank), one, partie.nature
        case Avenant(operations=operations):
            yield from _named_by(operations)
        case Denonciation(signataires=signing):
            for index, one in enumerate(signing):
                yield ("signataires", index), one, None


def _named_by(operations: Sequence[OperationSaisie]) -> Iterator[Signing]:
    """Yield the signatories whom an avenant names: a new one, those of a party that adheres."""
    for index, operation in enumerate(operations):
        if operation.signataire:
            yield ("operations", index, "signataire"), operation.signataire, None
        if partie := operation.nouvelle_partie:
            for rank, one in enumerate(partie.signataires):
                yield ("operations", index, "nouvelle_partie", "signataires", rank), one, partie.nature


def _persons(subject: Subject) -> Iterator[tuple[FieldPath, Personne]]:
    for path, one, _ in _signing(subject):
        yield path, one
        if one.delegation:
            yield (*path, "delegation"), one.delegation


# ---------------------------------------------------------------- blocks


def one_block_each(subject: Subject) -> Iterator[Remark]:
    """Chaque signataire a un bloc de signature et un seul, dans l’ordre des parties, et c’est la personne que désigne
    la page des parties. La qualité peut y avoir une forme courte, mais c’est la même qualité."""
    convention = subject.piece_as(Convention)
    jour = signed_on(convention)
    parties = sorted((partie.au_jour(jour) for partie in convention.parties), key=lambda one: one.cote or 0)
    expected = [one.signe.prenom_nom for partie in parties for one in partie.signataires]
    if subject.paper and None not in expected:
        yield from _blocks(subject.paper, [plain(name or "") for name in expected])
    for path, person in _persons(subject):
        whole, short = person.qualite or "", person.qualite_courte or ""
        if whole and short and _head(whole, person.feminin) != _head(short, person.feminin):
            message = f"La forme courte {lu(short)} n’est pas celle de {lu(whole)}."
            yield Remark(message, "Donnez la même fonction, abrégée.", (*path, "qualite_courte"))


def _blocks(paper: Document, expected: list[str]) -> Iterator[Remark]:
    found = [block for block in paper.blocks if isinstance(block, Signatures)]
    printed = [plain(text_of(one.name)) for block in found for row in block.rows for one in row]
    if printed != expected:
        message = f"Blocs de signature : {', '.join(printed) or 'aucun'} ; attendu : {', '.join(expected)}."
        yield Remark(message, "Accordez les signataires et les blocs.", ("parties",))
    for rank, name in enumerate(printed):
        if name in printed[:rank]:
            message = f"{name} signe deux fois."
            yield Remark(
                message, "Vérifiez qu’une personne ne signe pas pour deux parties.", ("parties",), Severity.A_VERIFIER
            )


def _head(quality: str, feminine: bool) -> str:
    """Return the first word of a quality, agreed with its holder, without the article that may have been typed."""
    return normalise(agree_function(_ARTICLE.sub("", quality), feminine).partition(" ")[0])


# ---------------------------------------------------------------- delegation


def delegation_in_force(subject: Subject) -> Iterator[Remark]:
    """Le délégataire ne signe pas avant l’effet de sa délégation : pour un directeur d’administration centrale, le
    lendemain de la publication de sa nomination au Journal officiel (décret n° 2005-850). Un acte ou des dates non
    renseignés sont signalés, et une délégation sans effet encore le jour où un texte à signer est établi. L’acte
    s’imprime au bordereau, jamais dans le bloc."""
    convention = subject.piece if isinstance(subject.piece, Convention) else None
    jour = convention.signee_le if convention else subject.jour
    day = jour or (convention.etablie_le if convention else None)
    for path, one, nature in _signing(subject):
        if one.delegation and one.en_fonction(day):
            yield from _effect(one.delegation, jour, (*path, "delegation"))
            if convention and not jour:
                yield from _to_come(one.delegation, convention.etablie_le, (*path, "delegation"))
            yield from _recorded(one.delegation, nature, (*path, "delegation"))
    for one in _of_the_convention(subject):
        if one.delegation:
            yield from (replace(remark, path=("signature", "date")) for remark in _effect(one.delegation, jour, ()))


def _of_the_convention(subject: Subject) -> Iterator[Signataire]:
    """Yield who signs an avenant or a convention d’application under the terms of the convention that it rests on."""
    match subject.piece:
        case Avenant() if subject.convention:
            parties: Sequence[Partie] = subject.convention.parties
        case ConventionApplication(parties_reprises=named) if subject.convention:
            parties = [one for one in subject.convention.parties if one.id in named]
        case _:
            return
    for partie in parties:
        yield from partie.au_jour(subject.jour).signataires


def _effect(delegation: Delegation, jour: date | None, path: FieldPath) -> Iterator[Remark]:
    published, made = delegation.publiee_le, delegation.date_acte
    if published and made and published < made:
        message = f"L’acte est daté du {long_date(made)}, après sa publication ({long_date(published)})."
        yield Remark(message, "Corrigez l’une des deux dates.", (*path, "publiee_le"))
    if published and jour and jour <= published:
        message = (
            f"La nomination de {_called(delegation)} a été publiée le {long_date(published)} ; la délégation ne vaut "
            f"qu’à compter du {long_date(published + timedelta(days=1))}, et la signature est du {long_date(jour)}."
        )
        yield Remark(message, "Faites signer après cette date, ou par l’autorité elle-même.", (*path, "publiee_le"))
    elif made and jour and jour < made:
        message = f"L’acte de délégation est du {long_date(made)} ; la signature est du {long_date(jour)}."
        yield Remark(message, "Faites signer après cette date, ou par l’autorité elle-même.", (*path, "date_acte"))


def _to_come(delegation: Delegation, etablie_le: date | None, path: FieldPath) -> Iterator[Remark]:
    """Warn, of a text that is still to be signed, that the delegation has no effect on the day the text was made."""
    published = delegation.publiee_le
    if published and etablie_le and etablie_le <= published:
        message = (
            f"Le texte à signer est établi le {long_date(etablie_le)} ; la délégation de {_called(delegation)} ne vaut "
            f"qu’à compter du {long_date(published + timedelta(days=1))}."
        )
        remedy = "Ne l’envoyez pas à sa signature avant, ou faites signer l’autorité elle-même."
        yield Remark(message, remedy, (*path, "publiee_le"), Severity.A_VERIFIER)


def _called(person: Personne) -> str:
    return " ".join(str(part) for part in (person.civilite, person.prenom, person.nom) if part)


def _recorded(delegation: Delegation, nature: Nature | None, path: FieldPath) -> Iterator[Remark]:
    wanted = {"acte": "l’acte", "date_acte": "sa date"}
    if nature is Nature.MINISTERE:
        wanted["publiee_le"] = "sa publication"
    missing = [(field, what) for field, what in wanted.items() if getattr(delegation, field) is None]
    if missing:
        named = ", ".join(what for _, what in missing)
        keys = ", ".join(f"« {field}: »" for field, _ in missing)
        message = f"La délégation de {_called(delegation)} n’est pas renseignée : {named}."
        yield Remark(message, f"Donnez {keys}, pour le bordereau.", (*path, missing[0][0]), Severity.A_VERIFIER)


# ---------------------------------------------------------------- closing


def place_and_date(subject: Subject) -> Iterator[Remark]:
    """Un texte signé porte le lieu et la date de sa signature, qui n’est pas antérieure à la délibération qui
    l’autorise. Dans un texte à signer, ils sont laissés en blanc à dessein."""
    convention = subject.piece_as(Convention)
    signature = convention.signature or Signature()
    if convention.etat is Etat.SIGNE and signature.date is None:
        message = "La convention est signée et n’a pas de date de signature ; son effet et son terme en dépendent."
        yield Remark(message, "Donnez la date de la dernière signature.", ("signature", "date"), Severity.BLOQUANT)
    if convention.etat is Etat.SIGNE and signature.mode is not ModeSignature.ELECTRONIQUE and signature.lieu is None:
        yield Remark(
            "La convention est signée et n’a pas de lieu de signature.", "Donnez « lieu: ».", ("signature", "lieu")
        )
    for path, text in deliberations(convention):
        for day in days_in(text):
            if signature.date and day > signature.date:
                message = f"La signature est du {long_date(signature.date)}, avant {lu(text)}."
                yield Remark(message, "Vérifiez ces dates.", path)


def deliberations(convention: Convention) -> Iterator[tuple[FieldPath, str]]:
    """Yield what entitles each party, and each signatory, to sign, with its path."""
    for index, partie in enumerate(convention.parties):
        if partie.habilitation:
            yield ("parties", index, "habilitation"), partie.habilitation
        for rank, one in enumerate(partie.signataires):
            if one.habilitation:
                yield ("parties", index, "signataires", rank, "habilitation"), one.habilitation


def days_in(text: str) -> Iterator[date]:
    """Yield the days that `text` names, as in `la délibération du 12 mars 2021`."""
    for found in _DATED.finditer(plain(text).lower()):
        with suppress(ValueError):
            yield date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))


def number_of_originals(subject: Subject) -> Iterator[Remark]:
    """Sur papier, un texte dit en combien d’originaux il est établi : autant que de parties ayant un intérêt
    distinct, l’État n’en étant qu’une. S’il n’y en a pas un pour chaque ministère, c’est signalé. La signature
    électronique n’en demande pas."""
    match subject.piece:
        case Convention(parties=parties, signature=signature):
            all_of_them = len(parties)
        case Avenant(signature=signature) if subject.step:
            parties = subject.step.after.convention.parties
            all_of_them = len(parties)
        case ConventionApplication(signature=signature) as application:
            parties = case_of(application, subject.dossier).parties
            all_of_them = 0  # its sides are the State, the partner and the third party (article 16)
        case _:
            return
    if signature is None or signature.mode is ModeSignature.ELECTRONIQUE:
        return
    distinct, count, path = _distinct(parties), signature.originaux, ("signature", "originaux")
    wanted = max(distinct, all_of_them)
    if count is None:
        message = "Le nombre d’exemplaires originaux n’est pas donné."
        yield Remark(message, f"Donnez « originaux: {wanted} », ou plus.", path)
    elif count < distinct:
        message = f"{_copies(count)} pour {cardinal(distinct)} parties d’intérêt distinct."
        yield Remark(message, f"Écrivez « originaux: {wanted} », ou plus.", path)
    elif count < wanted:
        message = f"{_copies(count)} pour {cardinal(wanted)} parties : il n’y en a pas un pour chacune."
        remedy = f"Écrivez « originaux: {wanted} » ; rien à corriger si les parties de l’État s’en partagent un."
        yield Remark(message, remedy, path)


def _copies(count: int) -> str:
    return f"{count} exemplaires originaux" if count > 1 else f"{count} exemplaire original"


def _distinct(parties: tuple[Partie, ...]) -> int:
    others = sum(partie.nature not in _STATE for partie in parties)
    return others + any(partie.nature in _STATE for partie in parties)


# ---------------------------------------------------------------- agreement


def agreement_of_functions(subject: Subject) -> Iterator[Remark]:
    """docgen accorde chaque fonction avec la personne qui l’exerce. Une fonction saisie au féminin pour « M. » se
    contredit : l’une des deux est fausse. Une fonction que docgen ne sait pas accorder est signalée pour « Mme »."""
    for path, person in _persons(subject):
        for field in ("qualite", "qualite_courte"):
            function = getattr(person, field)
            if function is None or person.civilite is None:
                continue
            if not person.feminin and function_gender(function) is Gender.FEMININE:
                message = f"Lu « M. » et {lu(function)}, qui est au féminin : l’une des deux est fausse."
                yield Remark(message, "Corrigez la civilité ou la qualité.", (*path, field))
            elif person.feminin and not function_known(function):
                message = f"docgen ne sait pas accorder {lu(function)} au féminin ; imprimé tel quel."
                remedy = "Vérifiez que la qualité est saisie au féminin."
                yield Remark(message, remedy, (*path, field), Severity.A_VERIFIER)
