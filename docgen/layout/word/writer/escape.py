"""Words → what XML may hold of them."""


def escaped(text: str) -> str:
    """Return `text` as the content of an element."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Return `text` as the value of an attribute between double quotes."""
    return escaped(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")
