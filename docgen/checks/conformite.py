"""FIC-10 on the sheet of a digital tool, and what the sheet and the list of contacts cite.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator

from docgen.checks.references import all_cited, at, cited, ids_of
from docgen.checks.rule import Remark, Subject
from docgen.findings import Severity
from docgen.french import long_date
from docgen.model.conformite_numerique import Accord, ConformiteNumerique
from docgen.model.contacts import Contacts
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.messages import lu


def references_of_conformite(subject: Subject) -> Iterator[Remark]:
    """Une fiche de conformité désigne sa fiche action, et les ministères qui donnent leur accord, par leur
    identifiant."""
    sheet = subject.piece_as(ConformiteNumerique)
    yield from cited(sheet.fiche, ids_of(subject, FicheAction), "la fiche action", ("fiche",), FicheAction)
    if subject.convention is None:
        return
    ministeres = [partie.id for partie in subject.convention.etat_partie if partie.id]
    agreed = at("accords", [accord.ministere for accord in sheet.accords], "ministere")
    yield from all_cited(agreed, ministeres, "un ministère de la convention")


def agreements_before_on_line(subject: Subject) -> Iterator[Remark]:
    """Chaque ministère signataire donne son accord avant la mise en ligne de l’outil, au vu de cette fiche : un accord
    manquant, ou qui n’est pas antérieur à la mise en ligne, arrête la fiche définitive."""
    sheet, convention = subject.piece_as(ConformiteNumerique), subject.convention
    for partie in convention.etat_partie if convention else ():
        if partie.id and sheet.accord_de(partie.id) is None:
            message = f"L’accord {partie.sigle or partie.usuel} n’est pas recueilli."
            yield Remark(
                message, f"Recueillez-le, et ajoutez-le à « accords: » (ministere: {partie.id}).", ("accords",)
            )
    for index, accord in enumerate(sheet.accords):
        yield from _dated(sheet, accord, index)


def _dated(sheet: ConformiteNumerique, accord: Accord, index: int) -> Iterator[Remark]:
    path = ("accords", index, "date")
    if accord.date and sheet.en_ligne_le and accord.date >= sheet.en_ligne_le:
        message = (
            f"L’accord est du {long_date(accord.date)} ; la mise en ligne est du {long_date(sheet.en_ligne_le)}, que "
            "l’accord doit précéder."
        )
        yield Remark(message, "Reportez la mise en ligne après l’accord.", path)
    if accord.date and sheet.etablie_le and accord.date < sheet.etablie_le:
        message = f"L’accord est du {long_date(accord.date)}, avant la fiche ({long_date(sheet.etablie_le)})."
        yield Remark(message, "Vérifiez ces dates.", path, Severity.A_VERIFIER)


def tool_of_the_fiche(subject: Subject) -> Iterator[Remark]:
    """L’outil de la fiche de conformité est celui de sa fiche action : même nom, même date de mise en ligne."""
    sheet = subject.piece_as(ConformiteNumerique)
    fiche = subject.dossier.find(FicheAction, sheet.fiche)
    if fiche is None:
        return
    outil = fiche.outil_numerique
    if outil is None:
        message = f"La fiche action n° {fiche.numero or fiche.id} ne déclare pas d’outil numérique."
        yield Remark(message, "Ajoutez-y « outil_numerique: ».", ("fiche",))
        return
    if outil.nom and sheet.outil and outil.nom != sheet.outil:
        message = f"L’outil est {lu(sheet.outil)} ; la fiche action porte {lu(outil.nom)}."
        yield Remark(message, "Donnez-lui le même nom.", ("outil",))
    if outil.en_ligne_le and sheet.en_ligne_le and outil.en_ligne_le != sheet.en_ligne_le:
        message = (
            f"La mise en ligne est du {long_date(sheet.en_ligne_le)} ; la fiche action porte le "
            f"{long_date(outil.en_ligne_le)}."
        )
        yield Remark(message, "Accordez les deux dates.", ("en_ligne_le",))


def references_of_contacts(subject: Subject) -> Iterator[Remark]:
    """Une liste de contacts désigne la convention et ses parties par leur identifiant."""
    contacts = subject.piece_as(Contacts)
    yield from cited(contacts.convention, ids_of(subject, Convention), "la convention", ("convention",), Convention)
    if subject.convention is None:
        return
    parties = [partie.id for partie in subject.convention.parties if partie.id]
    for index, region in enumerate(contacts.regions):
        for rank, one in enumerate(region.representants):
            path = ("regions", index, "representants", rank, "partie")
            yield from cited(one.partie, parties, "une partie à la convention", path)
