"""REU-05, REU-08, FIC-12: what a meeting decided, the papers of its pack, and the opinions that its fiches show.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator

from docgen.checks.references import all_cited, at, cited, ids_of
from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath, Severity
from docgen.french import long_date
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.avis_rendus import differences, lifted_though_maintained
from docgen.model.convention import Convention
from docgen.model.fiche_action import Avis, FicheAction, Sens
from docgen.model.messages import lu
from docgen.model.reunion import Examen, Invite, Membre, Reunion
from docgen.model.reunion_choix import Issue, Presence
from docgen.text.papers import write
from docgen.text.reunion.case import Case, case_of, college_name
from docgen.text.reunion.pieces import other_piece, pieces_of

Named = tuple[tuple[FieldPath, str | None], ...]
"""The ids of one list, each with its path."""

_ANNEXE = (AnnexeFinanciere.genre, "")


def references_of_reunion(subject: Subject) -> Iterator[Remark]:
    """Une réunion désigne sa convention, les fiches action et les ministères par leur identifiant, et les collèges par
    leur rang dans la convention."""
    reunion, convention = subject.piece_as(Reunion), subject.convention
    yield from cited(reunion.convention, ids_of(subject, Convention), "la convention", ("convention",), Convention)
    fiches = ids_of(subject, FicheAction)
    for named in _fiches_cited(reunion):
        yield from all_cited(named, fiches, "la fiche action", FicheAction)
    if convention is None:
        return
    ministeres = [partie.id for partie in convention.etat_partie if partie.id]
    for named in _ministries_cited(reunion):
        yield from all_cited(named, ministeres, "un ministère de la convention")
    if reunion.litige:
        parties = [partie.id for partie in convention.parties if partie.id]
        yield from cited(reunion.litige.demandeur, parties, "une partie à la convention", ("litige", "demandeur"))
    count = len(convention.comite.colleges) if convention.comite else 0
    for index, membre in enumerate(reunion.membres):
        if membre.college is not None and not 1 <= membre.college <= count:
            message = f"Collège : lu « {membre.college} » ; la convention en a {count}."
            yield Remark(message, "Donnez le rang du collège, à partir de 1.", ("membres", index, "college"))


def _fiches_cited(reunion: Reunion) -> Iterator[Named]:
    """Yield the lists of fiches of a meeting; a fiche may have several reserves lifted."""
    yield at("fiches", reunion.fiches)
    yield at("reserves", reunion.reserves)
    yield at("avis", [one.fiche for one in reunion.avis], "fiche")
    yield from ((one,) for one in at("levees", [one.fiche for one in reunion.levees], "fiche"))
    yield at("decisions_ca", [one.fiche for one in reunion.decisions_ca], "fiche")


def _ministries_cited(reunion: Reunion) -> Iterator[Named]:
    for index, examen in enumerate(reunion.avis):
        given = at("ministeres", [avis.ministere for avis in examen.ministeres], "ministere")
        yield tuple((("avis", index, *path), id) for path, id in given)
    yield from ((one,) for one in at("levees", [one.ministere for one in reunion.levees], "ministere"))


# ---------------------------------------------------------------- votes and outcomes


def votes_within_voices(subject: Subject) -> Iterator[Remark]:
    """Un collège n’exprime pas plus de suffrages qu’il n’a de voix (article 13) ; au-delà des voix présentes ou
    représentées, c’est signalé."""
    reunion = subject.piece_as(Reunion)
    case = case_of(reunion, subject.dossier)
    for index, examen in enumerate(reunion.avis if case.convention else ()):  # one that is not found is said once
        met: set[int] = set()
        for place, vote in enumerate(examen.suffrages):
            path = ("avis", index, "suffrages", place)
            if vote.college is None:
                continue
            if vote.college in met:
                yield Remark(f"Le collège {vote.college} a deux fois des suffrages.", "Gardez une ligne.", path)
            met.add(vote.college)
            cast = (vote.pour or 0) + (vote.contre or 0) + (vote.abstentions or 0)
            yield from _cast(case, vote.college, cast, path)


def _cast(case: Case, rank: int, cast: int, path: FieldPath) -> Iterator[Remark]:
    if not 1 <= rank <= len(case.colleges):
        message = f"Collège : lu « {rank} » ; la convention en a {len(case.colleges)}."
        yield Remark(message, "Donnez le rang du collège, à partir de 1.", (*path, "college"))
        return
    college = case.colleges[rank - 1]
    if cast > (college.voix or 0):
        votes = f"{cast} suffrage{'s' if cast > 1 else ''}"
        message = f"{lu(college_name(college))} exprime {votes} et a {college.voix or 0} voix (article 13)."
        yield Remark(message, "Corrigez les suffrages.", path)
    elif cast > case.voix_de(rank):
        votes = f"{cast} suffrage{'s' if cast > 1 else ''}"
        message = f"{lu(college_name(college))} exprime {votes} ; voix présentes : {case.voix_de(rank)}."
        yield Remark(message, "Corrigez les suffrages, ou les présences.", path, Severity.A_VERIFIER)


def present_or_excused(subject: Subject) -> Iterator[Remark]:
    """Nul n’est à la fois présent et excusé : une personne figure une fois, parmi les membres ou parmi les invités, et
    qui représente un membre est présent. Une fois la séance tenue, ou des suffrages exprimés, les présences sont
    données : sans elles, le relevé compterait zéro voix."""
    reunion = subject.piece_as(Reunion)
    yield from _listed_twice(reunion)
    held = reunion.seance is not None or any(one.suffrages for one in reunion.avis)
    if held and reunion.membres and not any(one.presence for one in reunion.membres):
        message = "La séance est tenue, et les présences manquent : le relevé compterait zéro voix présente."
        yield Remark(
            message, "Donnez « presence: » à chaque membre (présent, représenté, excusé ou absent).", ("membres",)
        )
    away = [one for one in reunion.membres if one.presence in (Presence.EXCUSE, Presence.ABSENT)]
    for index, membre in enumerate(reunion.membres):
        if membre.presence is Presence.REPRESENTE and membre.represente_par is None:
            message = f"{membre.prenom} {membre.nom} est représenté, sans que l’on sache par qui."
            yield Remark(message, "Donnez « represente_par: ».", ("membres", index), Severity.A_VERIFIER)
        by = (membre.represente_par or "").casefold()
        if any(one.nom and one.prenom and f"{one.prenom} {one.nom}".casefold() in by for one in away):
            message = f"{membre.represente_par} représente un membre, et est absent ou excusé."
            yield Remark(message, "Corrigez la présence.", ("membres", index, "represente_par"))


def _listed_twice(reunion: Reunion) -> Iterator[Remark]:
    met: dict[tuple[str, ...], Presence | None] = {}
    for path, one in _listed(reunion):
        key = _person(one)
        if key in met:
            message = f"{one.prenom} {one.nom} figure deux fois{_as_said(met[key], one.presence)}."
            yield Remark(message, "Gardez une ligne par personne.", path)
        if key:
            met[key] = one.presence


def _listed(reunion: Reunion) -> Iterator[tuple[FieldPath, Membre | Invite]]:
    yield from ((("membres", index), one) for index, one in enumerate(reunion.membres))
    yield from ((("invites", index), one) for index, one in enumerate(reunion.invites))


def _as_said(*presences: Presence | None) -> str:
    said = ", ".join(one for one in presences if one)
    return f" ({said})" if said else ""


def _person(one: Membre | Invite) -> tuple[str, ...]:
    return (one.prenom.casefold(), one.nom.casefold()) if one.prenom and one.nom else ()


def outcome_of_each_fiche(subject: Subject) -> Iterator[Remark]:
    """Une fois la séance tenue, chaque fiche de l’ordre du jour a son issue : les avis du comité et de chaque
    ministère, un report avec sa date et son motif, ou un retrait ; chaque réserve est levée ou maintenue."""
    reunion = subject.piece_as(Reunion)
    if reunion.seance is None:
        return
    examined = [one.fiche for one in reunion.avis]
    for index, id in enumerate(reunion.fiches):
        if id not in examined:
            yield Remark(f"La fiche {id} n’a pas d’issue.", f"Ajoutez-la à « avis: » (fiche: {id}).", ("fiches", index))
    lifted = [one.fiche for one in reunion.levees]
    for index, id in enumerate(reunion.reserves):
        if id not in lifted:
            message = f"La réserve de la fiche {id} n’est dite ni levée ni maintenue."
            yield Remark(message, f"Ajoutez-la à « levees: » (fiche: {id}).", ("reserves", index))
    for index, examen in enumerate(reunion.avis):
        if examen.fiche and examen.fiche not in reunion.fiches:
            message = f"La fiche {examen.fiche} n’est pas à l’ordre du jour."
            yield Remark(message, "Ajoutez-la à « fiches: ».", ("avis", index, "fiche"), Severity.A_VERIFIER)
        yield from _outcome(subject, examen, ("avis", index))


def _outcome(subject: Subject, examen: Examen, path: FieldPath) -> Iterator[Remark]:
    if examen.issue is Issue.AJOURNEE:
        if examen.reportee_au is None:
            yield Remark("La fiche est ajournée sans date.", "Donnez « reportee_au: ».", (*path, "reportee_au"))
        if examen.motif is None:
            yield Remark("La fiche est ajournée sans motif.", "Donnez « motif: ».", (*path, "motif"))
    elif examen.issue is not Issue.RETIREE:
        yield from _opinions(subject, examen, path)


def _opinions(subject: Subject, examen: Examen, path: FieldPath) -> Iterator[Remark]:
    if examen.comite is None or examen.comite.sens is None:
        yield Remark("L’avis du comité manque.", "Donnez « comite: ».", (*path, "comite"))
    given = {avis.ministere for avis in examen.ministeres if avis.sens}
    for partie in subject.convention.etat_partie if subject.convention else ():
        if partie.id and partie.id not in given:
            message = f"L’avis {partie.sigle or partie.usuel or partie.id} manque."
            remedy = f"Ajoutez « ministere: {partie.id} » et son sens, « en attente » s’il répondra par écrit."
            yield Remark(message, remedy, (*path, "ministeres"))
    for index, avis in enumerate(examen.ministeres):
        if avis.sens is Sens.EN_ATTENTE and avis.ecrit_avant is None:
            message = "Un ministère répondra par écrit, sans date limite."
            yield Remark(message, "Donnez « ecrit_avant: ».", (*path, "ministeres", index, "ecrit_avant"))


# ---------------------------------------------------------------- the pack


def papers_listed_and_joined(subject: Subject) -> Iterator[Remark]:
    """Les pièces que la convocation annonce sont celles du dossier de séance : chaque fiche avec son annexe, et chaque
    autre pièce, que le dossier contient ; une mise à jour cite des pièces qui y sont."""
    reunion = subject.piece_as(Reunion)
    case = case_of(reunion, subject.dossier)
    pieces = pieces_of(case)
    for index, key in enumerate(reunion.pieces):
        piece = other_piece(case, key)
        papers = write(piece, subject.dossier) if piece else ()
        if not any(piece and paper.kind == piece.genre for paper in papers):
            message = f"Pièce : lu {lu(key)} ; le dossier n’en a pas de ce nom."
            yield Remark(message, "Écrivez « genre/identifiant », par exemple plan-actions/2022.", ("pieces", index))
        elif sum(one.piece is piece for one in pieces) > 1:
            yield Remark(f"La pièce {lu(key)} est annoncée deux fois.", "Retirez-la.", ("pieces", index))
    for index, id in enumerate(reunion.fiches_examinees):
        fiche = case.fiche(id)
        if fiche and subject.dossier.annexe_de(fiche) is None:
            path: FieldPath = ("fiches", index) if index < len(reunion.fiches) else ("reserves",)
            message = f"La fiche {id} n’a pas d’annexe financière à joindre (article 15)."
            yield Remark(message, "Ajoutez son annexe au dossier.", path, Severity.A_VERIFIER, lacks=_ANNEXE)
    for index, one in enumerate(reunion.mises_a_jour):
        missing = [number for number in one.pieces if not 1 <= number <= len(pieces)]
        if missing:
            message = f"Le dossier de séance a {len(pieces)} pièces ; lu n° {', '.join(map(str, missing))}."
            yield Remark(message, "Corrigez les numéros.", ("mises_a_jour", index, "pieces"))


# ---------------------------------------------------------------- opinions of fiches

_BOTH_SIDES = "Retirez-le de la fiche, ou corrigez la réunion."
_UNDATED = "Retirez-le de la fiche, datez-le s’il est venu depuis, ou corrigez la réunion."


def same_opinion_on_both_sides(subject: Subject) -> Iterator[Remark]:
    """Les avis se saisissent une fois, dans la réunion, et la fiche les reçoit. Un avis saisi aussi sur la fiche est le
    même : sens, date, recommandations, motifs, levée ; seul un avis rendu depuis, daté, peut en différer. Une réserve
    que la réunion maintient n’est pas levée sur la fiche."""
    fiche = subject.piece_as(FicheAction)
    rendus = subject.dossier.avis_de(fiche)
    if fiche.avis_copil and rendus.comite:
        yield from _differing(fiche.avis_copil, rendus.comite, "du comité", ("avis_copil",))
    for index, avis in enumerate(fiche.avis):
        given = rendus.ministeres.get(avis.ministere or "")
        if given:
            yield from _differing(avis, given, f"de « {avis.ministere} »", ("avis", index))
        maintained = rendus.maintenues.get(avis.ministere or "")
        if maintained and lifted_though_maintained(avis, maintained):
            message = f"La réserve de « {avis.ministere} » est levée sur la fiche ; la réunion du"
            message += f" {long_date(maintained)} l’a maintenue."
            yield Remark(message, "Retirez « levee: », ou corrigez la réunion.", ("avis", index, "levee"))


def _differing(own: Avis, given: Avis, whose: str, path: FieldPath) -> Iterator[Remark]:
    for name in differences(own, given):
        here, there = getattr(own, name), getattr(given, name)
        told = "" if name == "levee" else f" : lu {lu(str(here))} sur la fiche, {lu(str(there))} dans la réunion"
        message = f"L’avis {whose} n’est pas le même des deux côtés ({name}){told}."
        yield Remark(message, _BOTH_SIDES if own.date else _UNDATED, (*path, name))
