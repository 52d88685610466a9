"""Help in two languages: every command, option and argument has a word in the library.

The ids are ``cli.command.GROUP-NAME``, ``cli.option.NAME`` and ``cli.argument.NAME``. Help is
written without boxes and colours, so that it reads well everywhere.
"""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from simulator.cli.failing import MISUNDERSTOOD, Failure, placeholder
from simulator.core.texts import Phrase

DANISH = {
    "spil": "play", "eksport": "export", "eksporter": "export",
    "forløb": "sessions", "forloeb": "sessions", "fortsæt": "continue", "fortsaet": "continue",
    "se-med": "watch", "importer": "import", "hent": "import", "slet": "delete",
    "scenarie": "scenario", "ny": "new", "nyt": "new",
    "tjek": "check", "efterse": "check",
}  # fmt: skip
"""Danish names one may type for a command; help names the English one only."""

CODES = ("0", "1", "2", "70", "130")


def _say(context: Any, word: str | Phrase) -> str:
    return str(context.find_root().obj.text(word))


def _word(context: Any, name: str = "") -> str:
    path = context.command_path.split()[1:]
    return "-".join((*path, name) if name else path) or "praksishus"


def _help(command: Any, context: Any, formatter: Any) -> None:
    def say(word: str | Phrase) -> str:
        return _say(context, word)

    parameters = command.get_params(context)
    arguments = [parameter for parameter in parameters if parameter.param_type_name == "argument"]
    pieces = [
        say("cli.help.options-short"),
        *(say(placeholder(argument)) for argument in arguments),
    ]
    if isinstance(command, TyperGroup):
        pieces.append(say("cli.help.command-short"))
    formatter.write_usage(context.command_path, " ".join(pieces), say("cli.help.usage") + " ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(say(f"cli.command.{_word(context)}"))
    _rows(formatter, say("cli.help.commands"), _commands(command, context))
    rows = [
        (say(placeholder(argument)), say(f"cli.argument.{argument.name}")) for argument in arguments
    ]
    _rows(formatter, say("cli.help.arguments"), rows)
    _rows(formatter, say("cli.help.options"), _options(context, parameters))
    _rows(formatter, say("cli.help.codes"), [(code, say(f"cli.code.{code}")) for code in CODES])


def _commands(command: Any, context: Any) -> list[tuple[str, str]]:
    if not isinstance(command, TyperGroup):
        return []
    names = command.list_commands(context)
    return [(name, _say(context, f"cli.command.{_word(context, name)}")) for name in names]


def _options(context: Any, parameters: list[Any]) -> list[tuple[str, str]]:
    options = [
        parameter
        for parameter in parameters
        if parameter.param_type_name == "option" and not parameter.hidden
    ]
    return [
        (
            " ".join((", ".join(option.opts), _say(context, placeholder(option)))).strip(),
            _option(context, option.name),
        )
        for option in options
    ]


def _option(context: Any, name: str) -> str:
    word = f"cli.option.{name.replace('_', '-')}"
    return str(context.find_root().obj.text(word, **_choices(name)))


def _choices(name: str) -> dict[str, str]:
    """Return the values an option may have, for the placeholders of its help."""
    if name == "to":
        from simulator.export.formats import KINDS

        return {"kinds": ", ".join(KINDS)}
    if name == "share":
        from simulator.debrief.imprint import SHARES

        return {"shares": ", ".join(SHARES)}
    return {}


def _rows(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title.removesuffix(":")):
            formatter.write_dl(rows)


class Command(TyperCommand):
    """A command that helps in the person's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of this command."""
        _help(self, ctx, formatter)


class Group(TyperGroup):
    """A group of commands that helps in the person's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of this group and the list of its commands."""
        _help(self, ctx, formatter)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command by its name or a Danish name of it, or ``None``."""
        return super().get_command(ctx, DANISH.get(cmd_name, cmd_name))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the named command with the arguments after it.

        Raises ``Failure``, with the names that look like it, if there is no such command.
        """
        typed, *rest = args
        name = DANISH.get(typed, typed)
        if name not in self.commands and not typed.startswith("-"):
            from simulator.scenario.diagnostics import nearest

            if within := self._within(ctx, name):
                raise Failure("command-within", MISUNDERSTOOD, name=typed, command=within)
            near = ", ".join(nearest(name, self.commands))
            known = ", ".join(self.commands)
            word = "command-near" if near else "command"
            raise Failure(word, MISUNDERSTOOD, name=typed, near=near, known=known)
        return super().resolve_command(ctx, [name, *rest])

    def _within(self, context: Any, name: str) -> str:
        """Return how to write a command that one of the groups here has, or ``""``."""
        for group_name, group in self.commands.items():
            if isinstance(group, TyperGroup) and (command := group.commands.get(name)):
                arguments = [
                    _say(context, placeholder(parameter))
                    for parameter in command.params
                    if parameter.param_type_name == "argument"
                ]
                return " ".join((context.command_path, group_name, name, *arguments))
        return ""
