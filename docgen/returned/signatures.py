"""Who signed a PDF, when, and whether what was signed still stands. The only module that imports pyHanko.

Whether the certificate of a person is to be trusted is for the parapheur to say; nothing is asked of the network.
"""

import logging
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.errors import ValidationInfoReadingError
from pyhanko_certvalidator import ValidationContext

from docgen.errors import UsageError
from docgen.values import Struct

_FAILED = (PdfError, SigningError, ValidationInfoReadingError, ValueError, TypeError, KeyError, AttributeError)

_SIGNATURES = (ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
"""What signing adds: a signature in its field, and what proves it in the long run. Bytes of no meaning are not that."""


class Signature(Struct, frozen=True):
    """A signature: of whom, in which field, at which moment by the signer's own clock (None where it does not say).

    `intact` is whether the bytes that were signed are still there, `alone` whether nothing but other signatures was
    added after them.
    """

    field: str
    signer: str
    moment: datetime | None
    intact: bool
    alone: bool


def signatures_of(content: bytes) -> tuple[Signature, ...]:
    """Return the signatures of a PDF, in the order in which they were put; raises UsageError where they do not read."""
    # what it says on the side (a certificate of no known authority) is no news here
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    try:
        embedded = PdfFileReader(BytesIO(content), strict=False).embedded_regular_signatures
        return tuple(_signatures(embedded))
    except _FAILED as error:
        raise UsageError("Les signatures du fichier ne se lisent pas : il a été abîmé, ou écrit à sa façon.") from error


def _signatures(embedded: list[Any]) -> Iterator[Signature]:
    trust = ValidationContext(trust_roots=[], allow_fetching=False)
    for one in embedded:
        status = validate_pdf_signature(one, trust)
        whole = status.coverage in (SignatureCoverageLevel.ENTIRE_REVISION, SignatureCoverageLevel.ENTIRE_FILE)
        alone = status.coverage is SignatureCoverageLevel.ENTIRE_FILE or status.modification_level in _SIGNATURES
        intact = status.intact and status.valid and whole
        yield Signature(one.field_name, _name(one.signer_cert), one.self_reported_timestamp, intact, alone)


def _name(certificate: Any) -> str:
    named = certificate.subject.native
    return str(named.get("common_name") or certificate.subject.human_friendly)
