"""The characters that XML cannot hold: one of them makes a reader drop, without a word, the text that follows it."""

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_NONCHARACTERS = ("\ufffe", "\uffff")


def encoded(xml: str) -> bytes:
    """Return `xml` in UTF-8 without the characters that XML forbids, wherever they came from.

    Done once, on the bytes of a whole part: no value, filter or raw fragment can go round it.
    """
    for character in _NONCHARACTERS:
        if character in xml:  # far quicker than replacing what is not there
            xml = xml.replace(character, "")
    content = xml.encode("utf-8", "ignore")
    return content.translate(None, _CONTROLS) if any(map(content.__contains__, _CONTROLS)) else content
