"""The metadata: the engine says PDF/A-3a, this adds PDF/UA-1.

Sources: ISO 14289-1 § 5 (identifier); ISO 19005-3 § 6.6 (metadata uncompressed, extension schema).
"""

from collections.abc import Sequence

from docgen.layout.pdf.objects import PDF, object_at
from docgen.layout.pdf.structure import Page

_END = b"</rdf:RDF>"

_UA = b"""
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
"""


def identify(pdf: PDF, _pages: Sequence[Page]) -> None:
    """Say in the metadata of `pdf` that it is PDF/UA-1 too, and leave them readable without unpacking."""
    metadata = object_at(pdf, pdf.catalog["Metadata"])
    before, after = metadata.stream[0].split(_END)
    metadata.stream[0] = before + _UA + _END + after
    metadata.compress = False
