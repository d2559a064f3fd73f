"""The signature fields: empty, each on the block of the person who signs.

The page has a tick box where a signature goes, which the engine makes a field; here it becomes a field of signature.
Sources: ISO 32000-1 § 12.7.4.5 (signature fields), § 12.7.2 (SigFlags); ETSI EN 319 142-1 (PAdES).
"""

from collections.abc import Sequence

from docgen.layout.pdf.objects import PDF, Array, Dictionary, Stream, String, object_at
from docgen.layout.pdf.structure import Page

_PRINTED_LOCKED = 4 + 128
_SIGNATURES_APPEND_ONLY = 1 + 2
_REQUIRE_FILTER_AND_SUBFILTER = 1 + 2


def make_signature_fields(pdf: PDF, _pages: Sequence[Page]) -> None:
    """Turn the tick boxes of `pdf`, which stand where people sign, into signature fields."""
    form = pdf.catalog.get("AcroForm")
    if not form:
        return
    for key in ("NeedAppearances", "DR"):
        form.pop(key)
    form["SigFlags"] = _SIGNATURES_APPEND_ONLY
    for reference in form["Fields"]:
        _make_signature(pdf, object_at(pdf, reference))


def _make_signature(pdf: PDF, field: Dictionary) -> None:
    left, right = sorted(field["Rect"][::2])
    bottom, top = sorted(field["Rect"][1::2])
    appearance = object_at(pdf, field["AP"]["N"]["on"])
    _empty(appearance, right - left, top - bottom)
    for key in ("AS", "V", "MK", "Border"):
        field.pop(key)
    field.update(
        FT="/Sig",
        F=_PRINTED_LOCKED,
        Rect=Array([left, bottom, right, top]),
        AP=Dictionary({"N": appearance.reference}),
        SV=_seed(),
        Lock=_lock(field["T"]),
    )


def _empty(appearance: Stream, width: float, height: float) -> None:
    appearance.stream = []
    appearance.extra["BBox"] = Array([0, 0, width, height])
    appearance.extra["Resources"] = Dictionary()


def _seed() -> Dictionary:
    return Dictionary(
        {
            "Type": "/SV",
            "Ff": _REQUIRE_FILTER_AND_SUBFILTER,
            "Filter": "/Adobe.PPKLite",
            "SubFilter": Array(["/ETSI.CAdES.detached"]),
        }
    )


def _lock(name: String) -> Dictionary:
    # a lock on all fields by the first to sign would make the second signature break the first
    return Dictionary({"Type": "/SigFieldLock", "Action": "/Include", "Fields": Array([name])})
