"""What is sent to the members: the invitation and the draft message, from the data alone."""

import email
from email.message import EmailMessage
from email.policy import default

from docgen.invitation import invitation, letter, unaddressed
from docgen.model.reunion import Reunion
from docgen.text.papers import write
from tests.text.dossiers import dossier
from tests.text.reunions import FICHE, MEETING, TWO


def meeting(text: str = MEETING) -> tuple[Reunion, bytes | None, EmailMessage, bytes]:
    """Return a meeting, its invitation, its message as a reader has it, and the bytes of it."""
    made = dossier(TWO, FICHE, text)
    (reunion,) = made.all(Reunion)
    content = letter(reunion, made, write(reunion, made)[0], [("convocation-r.pdf", b"%PDF-1.7"), ("r.ics", b"X")])
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return reunion, invitation(reunion, made), message, content


def test_the_message_goes_to_the_members_with_the_papers() -> None:
    _, _, message, _ = meeting()
    assert str(message["To"]) == "Claire DELMAS <a@ex.fr>, Paul VERNET <b@ex.fr>"
    assert message["Subject"] == "Deuxième réunion du comité de pilotage – 13/10/2021 – convocation"
    assert [part.get_filename() for part in message.iter_attachments()] == ["convocation-r.pdf", "r.ics"]
    body = message.get_body()
    assert body
    words = body.get_content()
    assert words.startswith("Mesdames, Messieurs,")
    assert "mercredi 13 octobre 2021" in words.replace("\u00a0", " ")


def test_the_message_is_a_draft_dated_of_its_sending() -> None:
    _, _, message, _ = meeting()
    assert message["X-Unsent"] == "1"
    assert message["Date"] == "Tue, 05 Oct 2021 00:00:00 +0000"


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert meeting()[1] == meeting()[1]
    assert meeting()[3] == meeting()[3]


def test_a_meeting_that_is_moved_keeps_its_name() -> None:
    moved = meeting(MEETING.replace("13/10/2021", "14/10/2021"))
    assert moved[2]["Message-ID"] == meeting()[2]["Message-ID"]
    assert uid(moved[1]) == uid(meeting()[1])


def uid(content: bytes | None) -> str:
    assert content
    return next(line for line in content.decode().splitlines() if line.startswith("UID:"))


def test_a_meeting_without_a_day_has_no_invitation_and_still_a_message() -> None:
    _, invited, message, _ = meeting(MEETING.replace("date: 13/10/2021\n", ""))
    assert invited is None
    assert message["Date"]


def test_a_strange_address_stops_nothing() -> None:
    _, _, message, _ = meeting(MEETING.replace("a@ex.fr", "a..b.@ex.fr"))
    assert "ex.fr" in str(message["To"])


def test_those_who_have_no_address_are_named_where_they_stand() -> None:
    reunion, _, _, _ = meeting()
    assert unaddressed(reunion) == (
        (("membres", 1), "Mme Inès LACOMBE"),
        (("membres", 3), "M. Olivier SARRAZIN"),
    )
