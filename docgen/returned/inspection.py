"""All that a person should know of a file that someone sends, as findings (`docgen verifier --fichier`)."""

from collections.abc import Iterable, Iterator, Sequence

from docgen.errors import UsageError
from docgen.findings import Finding, Report
from docgen.layout.engines import Engines
from docgen.returned.authentication import Likeness, Verdict, authenticate
from docgen.returned.file import Returned
from docgen.returned.findings import ECART, OCTETS, SANS_DONNEES, SIGNATURE, TROU, blocking, doubtful
from docgen.returned.inspect_pdf import inspect_pdf
from docgen.returned.inspect_word import inspect_word
from docgen.returned.passages import Passage
from docgen.returned.pdf import PdfFile
from docgen.returned.telling import SHOWN, difference_told, pages_told, signature_told
from docgen.values import replace

_HOLE = "[à compléter"
_SHOWN = 60


def inspect(returned: Returned, engines: Engines) -> Report:
    """Return what is to be said of `returned`, made by docgen or not."""
    return Report.of(replace(one, document=returned.name) for one in _findings(returned, engines))


def _findings(returned: Returned, engines: Engines) -> Iterator[Finding]:
    """Yield what is to be said; of a file that docgen made to the last byte, only who signed it and what it lacks."""
    yield from _holes(returned)
    try:
        verdict = authenticate(returned, engines)
    except UsageError as error:
        yield doubtful(SANS_DONNEES, str(error), "Comparez-le à la main à l’original.")
        yield from _inspected(returned)
        return
    yield from _authentic(verdict)
    if verdict.likeness is not Likeness.OCTETS or verdict.added:
        yield from _inspected(returned)


def _inspected(returned: Returned) -> Iterable[Finding]:
    return inspect_pdf(returned.opened) if isinstance(returned.opened, PdfFile) else inspect_word(returned.opened)


def _authentic(verdict: Verdict) -> Iterator[Finding]:
    yield from _likeness(verdict)
    for told in pages_told(verdict):
        yield blocking(ECART, told, "Demandez le fichier tel qu’il a été fait.")
    if verdict.broken:
        yield blocking(SIGNATURE, verdict.broken, "Demandez le fichier tel qu’il a été signé.")
    for one in verdict.signatures:
        told = signature_told(one)
        if one.intact and one.alone:
            yield doubtful(SIGNATURE, told, "Vérifiez le certificat dans votre parapheur ; docgen ne s’y prononce pas.")
        else:
            yield blocking(SIGNATURE, told, "Demandez le fichier tel qu’il a été signé.")
    if verdict.added:
        message = "Quelque chose a été ajouté au fichier après coup, qu’aucune signature ne couvre."
        yield blocking(OCTETS, message, "Demandez le fichier tel qu’il a été fait ou signé.")


def _likeness(verdict: Verdict) -> Iterator[Finding]:
    for one in verdict.differences[:SHOWN]:
        yield blocking(
            ECART, difference_told(one), "Rétablissez ces mots, ou portez-les au dossier et refaites le fichier."
        )
    if len(verdict.differences) > SHOWN:
        message = f"D’autres passages diffèrent : {len(verdict.differences) - SHOWN}."
        yield blocking(ECART, message, "Demandez l’original : ces données sont peut-être celles d’un autre document.")
    if verdict.likeness is Likeness.ILLISIBLE:
        yield blocking(ECART, "Les mots du fichier ne se lisent plus.", "Demandez l’original.")
    elif verdict.likeness is Likeness.MOTS and not verdict.faithful:
        message = "Les mots sont ceux qui sont attendus, mais le fichier a été modifié, ou fait sur une autre machine."
        yield blocking(OCTETS, message, "Refaites-le, ou demandez l’original.")


def _holes(returned: Returned) -> Iterator[Finding]:
    for one in _read(returned):
        if _HOLE in one.text:
            message = f"Une valeur manque dans « {one.text[:_SHOWN]} »."
            yield blocking(TROU, message, "Complétez le dossier et refaites le fichier.")


def _read(returned: Returned) -> Sequence[Passage]:
    try:
        return returned.passages()
    except UsageError:
        return ()
