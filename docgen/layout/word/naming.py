"""Jinja tree → Jinja tree in which what is printed or gone through knows its own name, so that a hole can say it."""

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from docgen.layout.word.sandbox import NAMED
from docgen.layout.word.source import unnumbered

_ACCEPTS_MISSING = frozenset({"default", "d"})
_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""How a docxtpl template writes braces that it wants printed."""


def named(tree: nodes.Template) -> nodes.Template:
    """Return `tree` with its values named, and its text without marks of paragraphs and with its escaped braces."""
    result = _Naming().visit(tree)
    result.set_environment(tree.environment)
    return result  # type: ignore[no-any-return]


def path_of(node: nodes.Node) -> str:
    """Return what an expression is called: `fiche.porteur`; empty where it has no name of its own."""
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Getattr():
            return f"{path_of(node.node)}.{node.attr}".lstrip(".")
        case nodes.Getitem(arg=nodes.Const(value=str() as key)):
            return f"{path_of(node.node)}.{key}".lstrip(".")
        case nodes.Getitem() | nodes.Call():
            return path_of(node.node)
        case nodes.Filter(node=nodes.Node() as inner):
            return path_of(inner)
    return ""


class _Naming(NodeTransformer):
    """Passes each value that is printed or gone through by the filter that names it."""

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802
        text = unnumbered(node.data)
        for written, printed in _BRACES:
            text = text.replace(written, printed)
        return nodes.TemplateData(text, lineno=node.lineno)

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [child if isinstance(child, nodes.TemplateData) else _wrapped(child) for child in node.nodes]
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.iter = _wrapped(node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [_wrapped(operand) for operand in node.nodes]
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if node.node is not None and node.name not in _ACCEPTS_MISSING:
            node.node = _wrapped(node.node)
        return node


def _wrapped(node: nodes.Node) -> nodes.Expr:
    if isinstance(node, nodes.Const):
        return node
    return nodes.Filter(node, NAMED, [nodes.Const(path_of(node))], [], None, None, lineno=node.lineno)
