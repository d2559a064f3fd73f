"""Nodes → YAML, every value as text, so that it reads back as the same nodes."""

import json
import re
from collections.abc import Iterator

from docgen.read import nodes

_INDENT = "  "
_PLAIN_KEY = re.compile(r"[^\W\d][\w -]*")
_BLOCK = re.compile(r"\S[^\n]*(?:\n+[^\s][^\n]*)*")
"""Several lines, none of which begins or ends so that a block would not give it back."""


def yaml_of(mapping: nodes.Mapping) -> str:
    """Return `mapping` as YAML."""
    return "".join(f"{line}\n" for line in _mapping(mapping, ""))


def _mapping(mapping: nodes.Mapping, indent: str) -> Iterator[str]:
    for entry in mapping.entries:
        yield from _under(f"{indent}{_key(entry.raw)}:", entry.value, indent)


def _under(head: str, node: nodes.Node, indent: str) -> Iterator[str]:
    if isinstance(node, nodes.Scalar):
        first, *others = _scalar(node.text, indent + _INDENT)
        yield f"{head} {first}"
        yield from others
        return
    yield head
    lines = _mapping(node, indent + _INDENT) if isinstance(node, nodes.Mapping) else _items(node, indent + _INDENT)
    yield from lines


def _items(sequence: nodes.Sequence, indent: str) -> Iterator[str]:
    for item in sequence.items:
        if isinstance(item, nodes.Scalar):
            yield from _under(f"{indent}-", item, indent)
            continue
        deeper = indent + _INDENT
        lines = _mapping(item, deeper) if isinstance(item, nodes.Mapping) else _items(item, deeper)
        for place, line in enumerate(lines):
            yield line if place else f"{indent}- {line[len(deeper) :]}"


def _key(raw: str) -> str:
    return raw if _PLAIN_KEY.fullmatch(raw) else json.dumps(raw, ensure_ascii=False)


def _scalar(text: str, indent: str) -> Iterator[str]:
    body = text.removesuffix("\n")
    if "\n" in body and _BLOCK.fullmatch(body) and "\t" not in body:
        yield "|" if text.endswith("\n") else "|-"
        yield from (f"{indent}{line}" if line else "" for line in body.split("\n"))
    else:
        yield json.dumps(text, ensure_ascii=False)
