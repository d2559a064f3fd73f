"""The data that a Word file carries: a custom XML part (ECMA-376, part 1, § 15.2.5), which a save keeps."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

_ITEM = "customXml/item1.xml"
_PROPERTIES = "customXml/itemProps1.xml"
_RELATIONS = "customXml/_rels/item1.xml.rels"
_ID = "{6D0C6E5A-3B0F-4C39-9A3E-0D6F2C5E7A11}"
"""What names the data among those of a file; the same in all files, since a file carries one source."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_NAMESPACE = re.compile(rb'<\w+ xmlns="([^"]+)"')
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def source_parts(source: bytes) -> Mapping[str, bytes]:
    """Return the parts that carry `source`, the XML of the data of a paper; none where it is empty."""
    if not source:
        return {}
    namespace = _NAMESPACE.search(source)
    schema = quoteattr(namespace[1].decode()) if namespace else '""'
    properties = (
        f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{_ID}">'
        f"<ds:schemaRefs><ds:schemaRef ds:uri={schema}/></ds:schemaRefs></ds:datastoreItem>"
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/>'
        "</Relationships>"
    )
    return {
        _ITEM: source,
        _PROPERTIES: (_DECLARATION + properties).encode(),
        _RELATIONS: (_DECLARATION + relations).encode(),
    }
