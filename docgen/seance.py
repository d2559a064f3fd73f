"""A meeting, whole: its papers, its pack, the invitation, the draft message to the members, and an archive of all."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from docgen.as_sent import as_sent
from docgen.bundle import bundle
from docgen.checks.blocking import standing_against
from docgen.dossier import Dossier
from docgen.drawing import Examined, Order, draw
from docgen.errors import UsageError
from docgen.findings import Finding, Report, Severity
from docgen.french import joined
from docgen.invitation import File, addressees, invitation, letter, unaddressed
from docgen.layout.engines import Engines, Format
from docgen.model.base import Piece
from docgen.model.reunion import Reunion
from docgen.output import Made, write_files
from docgen.pack import Pack, pack
from docgen.pipeline import Outcome, examine
from docgen.progress import Share, Stage, Step, unstepped
from docgen.source.made import Sources
from docgen.text.fields import fields
from docgen.tree import Document
from docgen.values import Struct, replace

PAGES_A_PIECE = 2.5
"""Pages that a piece has in the mean, by which the way through a pack is told before it is laid out."""
STEPS_A_FILE = 10
"""Steps of the bar for a paper that is drawn; a piece of the pack takes as long."""


class Meeting(Struct, frozen=True):
    """A meeting under way: its examined dossier, itself, its papers and its pack."""

    examined: Examined
    reunion: Reunion
    papers: tuple[Document, ...]
    pack: Pack

    @property
    def steps(self) -> int:
        """How many steps of a bar its files take, those of the pack included."""
        return STEPS_A_FILE * 2 * len(self.papers) + self.steps_of_pack

    @property
    def steps_of_pack(self) -> int:
        """How many of them the pack takes."""
        return STEPS_A_FILE * (2 + len(self.pack.pieces))


def meeting(dossier: Dossier, found: Iterable[Finding], id: str) -> Meeting:
    """Return the meeting known by `id`, as its members are told of it: what came of it since is left aside.

    `found` is what was wrong with the files of `dossier`. Raises UsageError where it has no meeting of that id.
    """
    held = dossier.find(Reunion, id.removeprefix("reunion/"))
    if held is None:
        there = ", ".join(str(one.id) for one in dossier.all(Reunion)) or "aucune"
        raise UsageError(f"Aucune réunion « {id} » dans ce dossier. Réunions présentes : {there}.")
    examined = examine(as_sent(dossier, held), found)
    (reunion,) = (one for one in examined.dossier.all(Reunion) if one.id == held.id)
    papers = {piece.cle: documents for piece, documents in examined.papers}
    return Meeting(examined, reunion, papers[reunion.cle], pack(reunion, examined.dossier, papers))


def hold(held: Meeting, order: Order, engines: Engines, step: Step = unstepped) -> tuple[Outcome, Made | None]:
    """Draw and write what `held` gives; return what came of it, and the pack.

    Nothing comes out definitive while something blocks the meeting or a piece of its pack: the keys of what is blocked
    are returned, and no pack.
    """
    blocked = tuple(_blocked(held)) if order.definitive else ()
    if blocked:
        return _held_back(held, order, engines, blocked), None
    made: list[Made] = []
    said: list[Finding] = []
    only = replace(order, only=(held.reunion.cle,))
    for files, findings in draw(held.examined, only, engines, partial(step, STEPS_A_FILE, "papiers de la réunion")):
        made += files
        said += findings
    whole, findings = _whole(held, order, engines, step)
    said += findings
    if order.definitive and any(one.blocks for one in said):
        # a paper or the pack could not be laid out as asked: what goes with them would tell of files that are not there
        return _held_back(held, order, engines, (held.reunion.cle,), said), None
    made.append(whole)
    made += _sent(held, made)
    report = Report.of((*held.examined.report, *said, *_unaddressed(held)))
    return Outcome(report, write_files(order.output, made, engines.versions, force=order.force), ()), whole


def _held_back(
    held: Meeting, order: Order, engines: Engines, blocked: tuple[str, ...], said: Sequence[Finding] = ()
) -> Outcome:
    """Write no file: those of an earlier run are out of date. `said` is what drawing had to say."""
    written = write_files(order.output, (), engines.versions, (held.reunion.cle,))
    return Outcome(Report.of((*held.examined.report, *said)), written, blocked)


def _blocked(held: Meeting) -> Iterator[str]:
    met: dict[str, None] = {}
    pieces: Sequence[Piece] = (held.reunion, *(piece for piece, _ in held.pack.pieces))
    for piece in pieces:
        if standing_against(piece, held.examined.dossier, held.examined.report):
            met[piece.cle] = None
    yield from met


def _whole(held: Meeting, order: Order, engines: Engines, step: Step) -> tuple[Made, tuple[Finding, ...]]:
    pages = round(PAGES_A_PIECE * len(held.pack.pieces))
    tell = Share(held.steps_of_pack, pages, step, () if order.source else (Stage.DONNEES,))
    document = replace(held.pack.document, draft=not order.definitive)
    dossier = held.examined.dossier
    sources = Sources(dossier, engines.provenance) if order.source else None
    source, unsourced = sources.carried(held.reunion, document, tell) if sources else (b"", ())
    drawn = engines.draw(document, Format.PDF, partial(fields, held.reunion, dossier), tell=tell, source=source)
    name = f"{document.stem}.{drawn.suffix}"
    made = Made(name, drawn.content, held.reunion.cle, document.draft, drawn.pages, _codes(held))
    return made, tuple(replace(one, document=held.reunion.cle) for one in (*drawn.findings, *unsourced))


def _codes(held: Meeting) -> tuple[str, ...]:
    keys = {held.reunion.cle, *(piece.cle for piece, _ in held.pack.pieces)}
    return tuple(dict.fromkeys(one.code for one in held.examined.report if one.document in keys))


def _sent(held: Meeting, made: Sequence[Made]) -> Iterator[Made]:
    """What goes with the papers: the invitation, the message with the papers that are sent, the archive of all."""
    reunion, dossier = held.reunion, held.examined.dossier
    id, draft = reunion.id or "sans-id", made[0].draft
    files: list[File] = [(one.name, one.content) for one in made]
    invited = invitation(reunion, dossier)
    joined = [*_attached(held, files), *([(f"invitation-{id}.ics", invited)] if invited else [])]
    convocation = next(paper for paper in held.papers if paper.kind == "convocation")
    message = letter(reunion, dossier, convocation, joined)
    more: list[File] = [*joined[len(joined) - bool(invited) :], (f"courriel-{id}.eml", message)]
    everything = (f"reunion-{id}.zip", bundle([*files, *more], reunion.envoi_documents))
    yield from (Made(name, content, reunion.cle, draft, None) for name, content in (*more, everything))


def _unaddressed(held: Meeting) -> Iterator[Finding]:
    """Say to whom the message and the invitation do not go (REU-09)."""
    reunion, left = held.reunion, unaddressed(held.reunion)
    if not left:
        return
    path, names = left[0][0], [name for _, name in left]
    if any(True for _ in addressees(reunion)):
        message = f"Ni le courriel ni l’invitation ne vont à {joined(names)}, faute d’adresse."
    else:
        path = ("membres",)
        message = "Le courriel et l’invitation n’ont aucun destinataire : ni membre ni invité n’a d’adresse."
    remedy = "Donnez « courriel: » à chacun, ou ajoutez les destinataires dans votre messagerie avant l’envoi."
    place = held.examined.dossier.entree(reunion).place(path)
    yield Finding("REU-09", Severity.A_VERIFIER, message, remedy, reunion.cle, path, place)


def _attached(held: Meeting, files: Sequence[File]) -> Iterator[File]:
    """The papers of the message: the convocation and, once they are sent, the papers of the meeting in one file."""
    together = held.reunion.documents_le in (None, held.reunion.envoyee_le)
    kinds = ("convocation", held.pack.document.kind if together else "ordre-du-jour")
    yield from (file for file in files if file[0].endswith(".pdf") and file[0].startswith(kinds))
