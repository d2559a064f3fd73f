"""The Jinja environment of Word templates: it cannot run code, always escapes, and notes what is missing."""

from collections.abc import Mapping

from jinja2 import Template, TemplateRuntimeError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.tree import Hole

NAMED = "docgen_named"
"""The filter through which `naming` passes what a template prints or goes through."""

_UNSUPPORTED = frozenset({"InlineImage", "Subdoc"})


class UnsupportedValueError(TemplateRuntimeError):
    """A value that only docxtpl itself can draw was given to a template."""


class Missing(Undefined):
    """A value that is not there: false, empty, printed as a hole, and so is all that is reckoned from it."""

    __slots__ = ()

    @property
    def label(self) -> str:
        """The name under which the value was looked for."""
        return str(self._undefined_name or "valeur")

    def __str__(self) -> str:
        return Hole(self.label).text

    def __getattr__(self, name: str) -> "Missing":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def _absorb(self, *_: object, **__: object) -> "Missing":
        return self

    def _compare(self, _: object) -> bool:
        return False

    # Jinja has each of these raise: a sum with a hole in it is a hole, so that a draft can be drawn.
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _absorb  # type: ignore[assignment]
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = _absorb  # type: ignore[assignment]
    __pos__ = __neg__ = __round__ = __call__ = __getitem__ = _absorb  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = _compare  # type: ignore[assignment]


class NotingContext(Context):
    """The values of one rendering, and the names of those that were asked for and are not there, in order."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.missing: list[str] = []

    @classmethod
    def of(cls, template: Template, values: Mapping[str, object]) -> "NotingContext":
        """Return the context in which `template` is filled with `values`."""
        return cls(template.environment, {**template.globals, **values}, template.name, template.blocks)

    def derived(self, locals: "dict[str, object] | None" = None) -> "NotingContext":
        """Return a context that sees `locals` too and notes to the same list."""
        context = super().derived(locals)
        context.missing = self.missing  # type: ignore[attr-defined]
        return context  # type: ignore[return-value]


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """Jinja as docxtpl has it, but sandboxed, strict on what it may reach, and with its values named."""

    context_class = NotingContext

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing)
        self.filters[NAMED] = _named

    def unsafe_undefined(self, obj: object, attribute: str) -> Undefined:
        """Raise SecurityError: what a template may not read is no hole to fill in."""
        raise SecurityError(f"{type(obj).__name__}.{attribute}")


@pass_context
def _named(context: NotingContext, value: object, path: str) -> object:
    """Return `value`, to be printed or gone through; a hole called `path`, which is noted, where there is none."""
    if type(value) is str:
        return value
    if value is None or isinstance(value, Missing):
        return _hole(context, value, path)
    kind = type(value)
    if kind.__name__ in _UNSUPPORTED and kind.__module__.startswith("docxtpl."):
        raise UnsupportedValueError(kind.__name__)
    return value


def _hole(context: NotingContext, value: "Missing | None", path: str) -> Missing:
    hole = Missing(name=path or (value.label if value is not None else None))
    context.missing.append(hole.label)
    return hole
