"""One part of a template: compiled once, filled for each document."""

from collections.abc import Callable, Iterator, Mapping
from types import TracebackType

from jinja2 import Template, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError
from lxml import etree
from markupsafe import Markup

from docgen.layout.word.characters import encoded
from docgen.layout.word.faults import FaultyTemplateError, LintFault
from docgen.layout.word.grids import with_marked_grids
from docgen.layout.word.mending import mended, mended_body
from docgen.layout.word.naming import named
from docgen.layout.word.paragraphs import tags_in
from docgen.layout.word.sandbox import NAMED, NotingContext, TemplateSandbox, UnsupportedValueError
from docgen.layout.word.source import Source, paragraph_at
from docgen.layout.word.structure import UnbalancedError, check_balance
from docgen.layout.word.syntax import cited, syntax_faults, unreadable
from docgen.values import Struct, replace

_ELSEWHERE = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_LEVELS = "Mettez l’ouverture et la fermeture au même niveau, par exemple avec {%p … %} ou {%tr … %}."


class Alone(Struct, frozen=True):
    """The one value that a part prints (the body of our papers), as it is, and what stands around it."""

    before: str
    name: str
    after: str


class FilledPart(Struct, frozen=True, eq=False):
    """A compiled part; `variables` are the names that its tags take from the context, `constant` that it has no tag."""

    name: str
    variables: frozenset[str]
    constant: bool
    _source: Source
    _template: Template
    _mend: Callable[[str], str]
    _alone: "Alone | None"

    def fill(self, context: Mapping[str, object]) -> tuple[bytes, list[str]]:
        """Return the part filled with the values of `context`, and the names that it asked for in vain.

        Raises FaultyTemplateError where a tag reaches for what it may not, or its reckoning fails.
        """
        if self._alone and type(value := context.get(self._alone.name)) is Markup:
            return self._encoded("".join((self._alone.before, value, self._alone.after))), []
        values = NotingContext.of(self._template, context)
        try:
            xml = "".join(self._template.root_render_func(values))
        except Exception as error:  # a template, and the values given to it, can raise anything
            raise FaultyTemplateError(self._source.file, [self._fault(error)]) from error
        return self._encoded(xml), values.missing

    def _encoded(self, xml: str) -> bytes:
        return encoded(self._source.head + self._mend(xml) + self._source.tail)

    def _fault(self, error: Exception) -> LintFault:
        lines = [*_lines(error.__traceback__, self._template)]
        return _fault_at(self._source, lines[-1] if lines else 1, _said(error))


def compiled_part(source: Source, root: etree._Element, sandbox: TemplateSandbox, *, is_body: bool) -> FilledPart:
    """Return the part of which `source` was made from the XML `root`, compiled.

    Raises FaultyTemplateError, with all the faults of its tags.
    """
    if is_body:
        source = replace(source, text=with_marked_grids(source.text))
    try:
        tree = sandbox.parse(source.text)
        variables = frozenset(meta.find_undeclared_variables(tree)) - sandbox.globals.keys()
        if faults := (*_tree_faults(source, tree, variables),):
            raise FaultyTemplateError(source.file, faults)
        constant = all(isinstance(node, nodes.TemplateData) for top in tree.body for node in top.iter_child_nodes())
        code = sandbox.compile(tree := named(tree), filename=source.part)
    except TemplateSyntaxError as error:
        first = _fault_at(source, error.lineno, unreadable(error.message or ""))
        raise FaultyTemplateError(source.file, (*syntax_faults(source.part, root),) or (first,)) from error
    template = Template.from_code(sandbox, code, sandbox.make_globals(None))
    mend = mended_body if is_body else mended
    return FilledPart(source.part, variables, constant, source, template, mend, _alone(tree))


def _alone(tree: nodes.Template) -> Alone | None:
    """Return the one value that a compiled part prints; None where it prints more, or anything but a bare name."""
    match [child for top in tree.body if isinstance(top, nodes.Output) for child in top.nodes]:
        case [
            nodes.TemplateData(data=before),
            nodes.Filter(name=str() as by, node=nodes.Name(name=name)),
            nodes.TemplateData(data=after),
        ] if by == NAMED and len(tree.body) == 1:
            return Alone(before, name, after)
    return None


def _tree_faults(source: Source, tree: nodes.Template, variables: frozenset[str]) -> Iterator[LintFault]:
    for node in tree.find_all(_ELSEWHERE):
        yield _fault_at(source, node.lineno, "va chercher un autre gabarit, ce qui n’est pas possible ici.")
    if "loop" in variables:
        # docxtpl's {% vm %} and {% hm %} are made of it.
        line = next(node.lineno for node in _outside_loops(tree) if node.name == "loop")
        yield _fault_at(source, line, "n’a de sens que dans une boucle « for ».")
    try:
        check_balance(tree)
    except UnbalancedError as error:
        yield _fault_at(source, error.line, "s’ouvre et se ferme à deux endroits que Word ne peut joindre.", _LEVELS)


def _outside_loops(tree: nodes.Node) -> Iterator[nodes.Name]:
    for node in tree.iter_child_nodes():
        if isinstance(node, nodes.Name):
            yield node
        elif not isinstance(node, nodes.For):
            yield from _outside_loops(node)


def _fault_at(source: Source, line: int, what: str, remedy: str = "") -> LintFault:
    tags = tags_in(source.text.split("\n")[line - 1])
    subject = f"la balise {cited(tags[0])}" if tags else "une balise"
    return LintFault(source.part, paragraph_at(source, line), f"{subject} {what}", remedy)


def _said(error: Exception) -> str:
    match error:
        case SecurityError():
            return f"cherche à atteindre ce qui est interdit à un gabarit ({error})."
        case UnsupportedValueError():
            return f"reçoit un objet {error} de docxtpl, qui ne se dessine pas ici."
        case UndefinedError():
            return "calcule avec une valeur qui manque."
    return f"échoue ({type(error).__name__} : {error})."


def _lines(traceback: TracebackType | None, template: Template) -> Iterator[int]:
    """Yield the lines of the source of `template` that a traceback went through."""
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == template.filename:
            yield template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
