"""What is sent to the members of a meeting: an invitation for their calendar, and a draft letter with the papers.

Names, dates and boundaries come from the data alone, so that the same meeting gives the same bytes. Sources: RFC 5545,
RFC 5546 (invitations), RFC 5322 and RFC 2045 (letters).
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from docgen.dossier import Dossier
from docgen.findings import FieldPath
from docgen.ics import Event, Person, calendar
from docgen.model.reunion import Invite, Membre, Reunion
from docgen.text.letters import MEMBRES
from docgen.text.reunion.case import Case, case_of, convention_courte, place_of, reunion_ordinale
from docgen.text.reunion.ordre_du_jour import agenda_lines
from docgen.tree import Document, paragraphs_of, text_of
from docgen.values import replace

DOMAIN = "docgen.invalid"
"""A name that no network knows: an identifier is no address."""
_TYPES = {"pdf": ("application", "pdf"), "ics": ("text", "calendar")}

File = tuple[str, bytes]
"""A name and its bytes."""


def invitation(reunion: Reunion, dossier: Dossier) -> bytes | None:
    """Return the meeting as an invitation (`.ics`); None while its day or its hour is missing."""
    case = case_of(reunion, dossier)
    if reunion.date is None or reunion.heure is None:
        return None
    event = Event(
        uid=f"{_key(reunion)}@{DOMAIN}",
        stamp=reunion.envoyee_le or reunion.date,
        title=_subject(case),
        day=reunion.date,
        start=reunion.heure,
        end=reunion.fin,
        place=text_of(place_of(case)),
        description=f"En application {convention_courte(case).de}. Réponse à donner au secrétariat.",
        link=reunion.lien or "",
        organizer=_organizer(reunion),
        attendees=tuple(addressees(reunion)),
    )
    return calendar([event], method="REQUEST")


def letter(reunion: Reunion, dossier: Dossier, convocation: Document, attached: Sequence[File]) -> bytes:
    """Return the draft of the message (`.eml`) that sends `attached` to the members, in the convocation's words."""
    case = case_of(reunion, dossier)
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    sender = _organizer(reunion)
    if sender:
        message["From"] = _address(sender)
    message["To"] = [_address(one) for one in addressees(reunion)]
    message["Subject"] = f"{_subject(case)} – convocation"
    sent = reunion.envoyee_le or reunion.date
    if sent:
        message["Date"] = format_datetime(_midnight(sent))
    message["Message-ID"] = f"<{_key(reunion)}@{DOMAIN}>"
    message["X-Unsent"] = "1"  # a mail program then opens it as a draft
    body = (*_body(convocation), "Ordre du jour :", *agenda_lines(case))
    message.set_content("\n\n".join(body) + "\n", charset="utf-8", cte="base64")
    for name, content in attached:
        main, sub = _TYPES.get(name.rpartition(".")[2], ("application", "octet-stream"))
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    _fix_boundaries(message, _key(reunion))
    return message.as_bytes()


def addressees(reunion: Reunion) -> Iterator[Person]:
    """Yield the members and those without voice whose address is known, each once."""
    met: set[str] = set()
    everybody = [(one.prenom_nom, one.courriel) for one in reunion.membres]
    everybody += [(one.prenom_nom, one.courriel) for one in reunion.invites]
    for name, address in everybody:
        if address and address not in met:
            met.add(address)
            yield Person(name or address, address)


def unaddressed(reunion: Reunion) -> tuple[tuple[FieldPath, str], ...]:
    """Return those to whom neither goes, for want of an address: where they stand in the meeting, their names."""
    groups: tuple[tuple[str, Sequence[Membre | Invite]], ...] = (
        ("membres", reunion.membres),
        ("invites", reunion.invites),
    )
    return tuple(
        ((key, rank), f"{one.civilite or ''} {one.prenom_nom or 'un membre sans nom'}".strip())
        for key, people in groups
        for rank, one in enumerate(people)
        if not one.courriel
    )


def _organizer(reunion: Reunion) -> Person | None:
    who = reunion.secretaire
    return Person(who.prenom_nom or who.courriel, who.courriel) if who and who.courriel else None


def _subject(case: Case) -> str:
    title = text_of(reunion_ordinale(case, capital=True))
    return f"{title} – {case.reunion.date:%d/%m/%Y}" if case.reunion.date else title


def _key(reunion: Reunion) -> str:
    """A name of the meeting that stays the same while it is moved or changed, and is no other's."""
    return f"reunion-{reunion.id or 'sans-id'}-{sha256((reunion.convention or '').encode()).hexdigest()[:8]}"


def _address(person: Person) -> Address:
    user, _, domain = person.address.rpartition("@")
    return Address(person.name, user, domain)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _body(convocation: Document) -> Iterator[str]:
    """The words of the letter, without what stands over it: a message has its own head."""
    texts = paragraphs_of(replace(convocation, sections=convocation.sections[:1]))
    start = next((place for place, text in enumerate(texts) if text.startswith(MEMBRES)), 0)
    yield from texts[start:]


def _fix_boundaries(message: EmailMessage, key: str) -> None:
    for rank, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"={key}-{rank}=")
