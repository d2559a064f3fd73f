"""What the library of the command line says, in French: the help of each command, and what was typed amiss."""

import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException

from docgen.cli.terminal import say_text
from docgen.cli.typed import take_plainly

_HELP = (
    (r"^Usage: ", "Usage : "),
    (r"^Arguments:$", "Arguments :"),
    (r"^Options:$", "Options :"),
    (r"^Commands:$", "Commandes :"),
    (r"\bCOMMAND \[ARGS\]\.\.\.", "COMMANDE [ARGUMENTS]…"),
    (r"Show this message and exit\.", "Afficher cette aide."),
    (r"\[default:\s+\((?P<said>[^)]*)\)", r"[par défaut : \g<said>"),
    (r"\[default:", "[par défaut :"),
    (r"\brequired\]", "obligatoire]"),
    (r"\.\.\.$", "…"),
    (r"<path>", "CHEMIN"),
    (r"<str>", "TEXTE"),
    (r"<int range>", "NOMBRE     "),
    (r"<list\[str\]>", "IDENTIFIANT"),
    (r"<(?P<one>\w+)\|(?P<other>\w+)>", r"\g<one>|\g<other>  "),
    (r"\b(?P<least>\d+)<=x<=(?P<most>\d+)", r"de \g<least> à \g<most>"),
    (r"\bx>=(?P<least>\d+)", r"\g<least> au moins"),
    (r"(?P<said>\[[^\[\]]*[^\s\[\]]);(?=\s[^\[\]]*\])", r"\g<said> ;"),
)

"""What the library prints, and in French; words that stand in a column keep their length."""

_SAID = (
    (r"Missing command\.", "Il manque une commande."),
    (r"Missing argument '(?P<name>[^']*)'\.", "Il manque l’argument « {name} »."),
    (r"Missing option '(?P<name>[^']*)'.*", "Il manque l’option « {name} »."),
    (r"Option '(?P<name>[^']*)' requires an argument\.", "L’option « {name} » demande une valeur."),
    (r"Option '(?P<name>[^']*)' does not take a value\.", "L’option « {name} » ne prend pas de valeur."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)", "Argument de trop : « {name} »."),
    (r"Invalid value for (?P<name>.*?): (?P<why>.*)", "Valeur refusée pour {name}{why}."),
)
_WHY = (
    (r".*\bvalid integer\b.*", " ; attendu : un nombre entier"),
    (r".*\bgreater than or equal to (\S+)", r" ; attendu : \1 au moins"),
    (r".*\bless than or equal to (\S+)", r" ; attendu : \1 au plus"),
    (r"(?i:path) (?P<read>.*) is not readable\.?", r" : l’accès à « \g<read> » est refusé"),
    (r".*'(?P<read>[^']*)' is not one of (?P<known>.*?)\.?", r" : lu « \g<read> » ; attendu : \g<known>"),
)
_INTERRUPTED = 130
"""The code that the library gives where someone pressed Ctrl-C."""
_NO_COMMAND = r"No such command '(?P<name>[^']*)'"
_NO_OPTION = r"No such option:? '?(?P<name>[^\s'(]+)"


def _untyped(help_option: TyperOption | None) -> TyperOption | None:
    """Return the option that asks for help; not typed, it is plainly false, and takes no reading."""
    if help_option:
        help_option.default = False
    return help_option


class Commande(TyperCommand):
    """A command whose help is in French, and which takes what is typed plainly as it stands."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        for parameter in self.params:
            if isinstance(parameter, TyperArgument | TyperOption):
                take_plainly(parameter)

    def get_help(self, ctx: Any) -> str:
        """Return the help of the command."""
        return in_french(super().get_help(ctx))

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """Return the option that asks for help."""
        return _untyped(super().get_help_option(ctx))


class Commandes(TyperGroup):
    """The commands of docgen: their help is in French, and so is what is said of a line typed amiss."""

    def get_help(self, ctx: Any) -> str:
        """Return the help of the whole command line."""
        return in_french(super().get_help(ctx))

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """Return the option that asks for help."""
        return _untyped(super().get_help_option(ctx))

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *_: Any, **extra: Any) -> Any:
        """Run the line; leave with code 2 and a French sentence where it was typed amiss."""
        try:
            code = super().main(args, prog_name, **{**extra, "standalone_mode": False})
        except TyperException as error:
            say_text("\n".join(_lines(error)), err=True)
            sys.exit(error.exit_code)
        except typer.Abort:
            typer.echo("Interrompu.", err=True)
            sys.exit(1)
        if code == _INTERRUPTED:
            typer.echo("Interrompu.", err=True)
        sys.exit(code if isinstance(code, int) else 0)


def in_french(help_text: str) -> str:
    """Return a help text with its headings and its fixed words in French."""
    for pattern, words in _HELP:
        help_text = re.sub(pattern, words, help_text, flags=re.MULTILINE)
    return help_text


def _lines(error: TyperException) -> Iterator[str]:
    """Yield what is wrong, how the command is used, and where to read more; the whole help where nothing was typed."""
    context, message = getattr(error, "ctx", None), error.format_message()
    if context is None or message.startswith("Usage"):
        yield message if context else f"docgen : {said(message, (), ())}"
        return
    commands = getattr(context.command, "commands", {})
    options = [name for one in context.command.get_params(context) for name in (*one.opts, *one.secondary_opts)]
    yield f"docgen : {said(message, tuple(commands), [name for name in options if name.startswith('-')])}"
    yield in_french(context.get_usage())
    yield f"L’aide : {context.command_path} --aide"


def said(message: str, commands: Sequence[str], options: Sequence[str]) -> str:
    """Return in French what the library says of a line; the nearest of `commands` or `options` to an unknown one."""
    for pattern, known, words in (
        (_NO_COMMAND, commands, "Aucune commande « {name} »."),
        (_NO_OPTION, options, "Aucune option « {name} »."),
    ):
        if found := re.match(pattern, message):
            return words.format(**found.groupdict()) + _nearest(found["name"], known)
    for pattern, words in _SAID:
        if found := re.fullmatch(pattern, message):
            return words.format(**{key: _named(key, text) for key, text in found.groupdict().items()})
    return f"Ligne mal comprise ({message.rstrip('.')})."


def _named(key: str, text: str) -> str:
    """Return the part of a message in French: names between guillemets, the reason of a refusal."""
    if key == "why":
        reasons = (found.expand(words) for pattern, words in _WHY if (found := re.fullmatch(pattern, text)))
        return next(reasons, f" ({text.rstrip('.')})").replace("', '", " ou ").replace("'", "")
    return re.sub(r"'([^']*)'", r"« \1 »", text).replace(" / ", " ou ")


def _nearest(name: str, known: Sequence[str]) -> str:
    from docgen.model.messages import proche

    near = proche(name, list(known))
    return f" Vouliez-vous dire « {near} » ?" if near else f" Sont connues : {', '.join(sorted(known))}."
