"""The objects of a PDF file, as the engine holds them before they are written."""

from pydyf import PDF, Array, Dictionary, Stream, String

__all__ = ["PDF", "Array", "Dictionary", "Reference", "Stream", "String", "added", "object_at"]

Reference = bytes
"""The name by which one object names another: `12 0 R`."""


def object_at(pdf: PDF, reference: Reference) -> Dictionary:
    """Return the object of `pdf` that `reference` names."""
    return pdf.objects[int(reference.split()[0])]


def added(pdf: PDF, values: dict[str, object]) -> Dictionary:
    """Add a dictionary of `values` to `pdf` and return it."""
    dictionary = Dictionary(values)
    pdf.add_object(dictionary)
    return dictionary
