"""Is every document that a template can give well-formed? Answered once, on the template, for all values.

docxtpl finds out document by document, and then drops what does not fit without a word.
"""

import re
from collections.abc import Iterable

from jinja2 import nodes

_TAG = re.compile(r"<!--.*?-->|<\?.*?\?>|</?([^\s/>]+)[^>]*?(/?)>", re.DOTALL)

Openings = tuple[str, ...]
"""The elements open at a point of the source, outermost first; `<` comes last inside a tag."""


class UnbalancedError(Exception):
    """A tag opens in one element and closes in another; `line` is where it stands in the source."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def check_balance(tree: nodes.Template) -> None:
    """Raise UnbalancedError where a branch of `tree`, taken or not, leaves an element open or closes one too many."""
    if _after(tree.body, ()):
        raise UnbalancedError(tree.lineno)


def _after(body: Iterable[nodes.Node], openings: Openings) -> Openings:
    for node in body:
        openings = _after_node(node, openings)
    return openings


def _after_node(node: nodes.Node, openings: Openings) -> Openings:
    match node:
        case nodes.Output():
            for child in node.nodes:
                if isinstance(child, nodes.TemplateData):
                    openings = _after_text(child, openings)
            return openings
        case nodes.If():
            taken = [node.body, *(branch.body for branch in node.elif_), node.else_]
            ends = {_after(branch, openings) for branch in taken}
            if len(ends) > 1:
                raise UnbalancedError(node.lineno)
            return ends.pop()
        case _:
            for name in ("body", "else_"):
                if _after(getattr(node, name, ()), openings) != openings:
                    raise UnbalancedError(node.lineno)
            return openings


def _after_text(node: nodes.TemplateData, openings: Openings) -> Openings:
    stack, text = list(openings), node.data
    if stack[-1:] == ["<"]:
        stack, text = _tag_closed(stack, text)
    end = 0
    for match in _TAG.finditer(text):
        end = match.end()
        line = node.lineno + text.count("\n", 0, match.start())
        if match[1] is None or match[2]:
            continue
        if not match[0].startswith("</"):
            stack.append(match[1])
        elif not stack or stack.pop() != match[1]:
            raise UnbalancedError(line)
    unfinished = re.match(r"[^<]*<([^\s/>]+)[^>]*$", text[end:])
    return (*stack, unfinished[1], "<") if unfinished else tuple(stack)


def _tag_closed(stack: list[str], text: str) -> tuple[list[str], str]:
    """Return the stack and the rest of the text once the tag that an expression stood in has closed, if it has."""
    attributes, closed, rest = text.partition(">")
    if not closed:
        return stack, ""
    return (stack[:-2] if attributes.endswith("/") else stack[:-1]), rest
