"""The paper of a file that comes back, made again from its data: in both formats, final if it was.

No rule is asked again: they were when the file was made, of a whole dossier that its data no longer hold.
"""

from docgen.errors import UsageError
from docgen.layout.engines import Engines, Format
from docgen.output import Made
from docgen.returned.authentication import Verdict, document_of
from docgen.returned.file import Returned
from docgen.source.made import dossier_in
from docgen.source.source import xml_of


def remade(returned: Returned, verdict: Verdict, engines: Engines) -> tuple[Made, ...]:
    """Return the Word file and the PDF of the paper of `returned`, on which `verdict` was given.

    Raises UsageError where the file does not say what its data say: then these are not the data of that text.
    """
    if not verdict.faithful:
        raise UsageError(
            f"{returned.name} ne dit pas ce que ses données disent : rien n’est refait. Voyez ce qui y diffère avec "
            f"« docgen authentifier {returned.name} »."
        )
    source = verdict.source
    document, xml = document_of(source, dossier_in(source.files), returned.name), xml_of(source)
    drawn = [engines.draw(document, format, dict, source=xml) for format in Format]
    return tuple(
        Made(f"{document.stem}.{one.suffix}", one.content, source.name.piece, source.draft, one.pages) for one in drawn
    )
