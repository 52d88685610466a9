"""The commands with their arguments; the code behind a command is loaded when it is run.

Every argument is text here. The code behind a command checks what it may be, so that a mistake is
told in our own words.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from simulator import __version__
from simulator.cli.completing import day_names, session_names
from simulator.cli.helping import Command, Group


def _plain(context: typer.Context, plain: bool) -> bool:
    """Let ``--plain`` hold for the command too where it is written before it."""
    context.meta["plain"] = context.meta.get("plain", False) or plain
    return bool(context.meta["plain"])


Plain = Annotated[bool, typer.Option("--plain", callback=_plain)]
Language = Annotated[str | None, typer.Option("--language", metavar="da|en")]
Session = Annotated[str, typer.Argument(metavar="SESSION", autocompletion=session_names)]
Words = Annotated[bool, typer.Option("--words")]
WordsAsTheyAre = Annotated[bool, typer.Option("--words-as-they-are")]

SETTINGS: dict[str, Any] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "cls": Group,
    "invoke_without_command": True,
}

app = typer.Typer(**SETTINGS)
sessions = typer.Typer(**SETTINGS)
scenario = typer.Typer(**SETTINGS)
app.add_typer(sessions, name="sessions")
app.add_typer(scenario, name="scenario")


def command() -> Any:
    """Return the whole command line as Typer runs it."""
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"praksishus {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)]


@app.callback()
def start(
    context: typer.Context,
    plain: Plain = False,
    language: Language = None,
    version: Version = False,
) -> int:
    """Show the start screen if no command is named."""
    if context.invoked_subcommand is not None:
        return 0
    from simulator.cli.playing import start

    return start(context.obj, plain=plain)


@app.command(cls=Command)
def play(
    context: typer.Context,
    day: Annotated[str, typer.Argument(metavar="DAY|FILE", autocompletion=day_names)],
    plain: Plain = False,
    seed: Annotated[str, typer.Option("--seed", metavar="NUMBER")] = "",
    language: Language = None,
) -> int:
    """Play a day of the shelf, or a scenario file."""
    from simulator.cli.playing import play

    return play(context.obj, day, plain=plain, seed=seed)


@app.command(cls=Command)
def debrief(
    context: typer.Context, session: Session, plain: Plain = False, language: Language = None
) -> int:
    """Show the debrief of a session."""
    from simulator.cli.playing import debrief

    return debrief(context.obj, session, plain=plain)


@app.command(cls=Command)
def export(
    context: typer.Context,
    session: Session,
    to: Annotated[str, typer.Option("--to", metavar="html,md")],
    output: Annotated[str, typer.Option("--output", metavar="FOLDER")] = "",
    share: Annotated[str, typer.Option("--share", metavar="private|group|class")] = "private",
    words: Words = False,
    contests: Annotated[bool, typer.Option("--contests")] = False,
    words_as_they_are: WordsAsTheyAre = False,
    language: Language = None,
) -> int:
    """Write the debrief of a session as documents."""
    from simulator.cli.export import export

    asked = {"words": words, "contests": contests, "as_they_are": words_as_they_are}
    return export(context.obj, session, to, Path(output), share=share, **asked)


@sessions.callback()
def every_session(context: typer.Context, language: Language = None) -> int:
    """List the sessions if no command for one of them is named."""
    if context.invoked_subcommand is not None:
        return 0
    from simulator.cli.sessions import every_session

    return every_session(context.obj)


@sessions.command("continue", cls=Command)
def go_on(
    context: typer.Context, session: Session, plain: Plain = False, language: Language = None
) -> int:
    """Go on with a session."""
    from simulator.cli.playing import go_on

    return go_on(context.obj, session, plain=plain)


@sessions.command("watch", cls=Command)
def watch(
    context: typer.Context, session: Session, plain: Plain = False, language: Language = None
) -> int:
    """Watch a session that another program has open."""
    from simulator.cli.playing import watch

    return watch(context.obj, session, plain=plain)


@sessions.command("export", cls=Command)
def session_out(
    context: typer.Context,
    session: Session,
    output: Annotated[str, typer.Option("--output", metavar="FILE|FOLDER")] = "",
    words: Words = False,
    words_as_they_are: WordsAsTheyAre = False,
    language: Language = None,
) -> int:
    """Write a session to a file that another machine can take in."""
    from simulator.cli.sessions import session_out

    where, sure = Path(output), words_as_they_are
    return session_out(context.obj, session, where, words=words, as_they_are=sure)


@sessions.command("import", cls=Command)
def session_in(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    again: Annotated[bool, typer.Option("--again")] = False,
    language: Language = None,
) -> int:
    """Add the session of a file to those of this machine."""
    from simulator.cli.sessions import session_in

    return session_in(context.obj, Path(file), again=again)


@sessions.command("delete", cls=Command)
def delete(
    context: typer.Context,
    session: Session,
    only_words: Annotated[bool, typer.Option("--words")] = False,
    yes: Annotated[bool, typer.Option("--yes")] = False,
    language: Language = None,
) -> int:
    """Delete a session with everything that belongs to it, or only the student's words."""
    from simulator.cli.sessions import delete

    return delete(context.obj, session, only_words=only_words, sure=yes)


@scenario.callback()
def scenarios(context: typer.Context, language: Language = None) -> int:
    """Show what can be done with scenario files."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
    return 0


@scenario.command(cls=Command)
def new(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    day_to_copy: Annotated[
        str, typer.Option("--from", metavar="DAY", autocompletion=day_names)
    ] = "",
    language: Language = None,
) -> int:
    """Write a new scenario file that plays as it stands."""
    from simulator.cli.writing import new

    return new(context.obj, name, day_to_copy)


@scenario.command(cls=Command)
def check(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    language: Language = None,
) -> int:
    """Check a scenario file."""
    from simulator.cli.checking import check

    return check(context.obj, Path(file))
