"""What a shell offers to complete a half typed name: days, scenario files, sessions."""

from pathlib import Path


def day_names(incomplete: str) -> list[str]:
    """Return the days that come with the program and the scenario files that begin as typed."""
    from simulator.scenario.places import days

    return [name for name in days() if name.startswith(incomplete)] + _files(incomplete)


def _files(typed: str) -> list[str]:
    from simulator.scenario.places import ENDINGS

    folder = Path(typed) if typed.endswith("/") else Path(typed).parent
    try:
        paths = [str(path) for path in folder.iterdir() if path.suffix in ENDINGS]
    except OSError:
        return []
    return sorted(name for name in paths if name.startswith(typed))


def session_names(incomplete: str) -> list[str]:
    """Return the ids of the sessions that begin as typed; ``[]`` if the store cannot be read."""
    from simulator.cli.opened import opened_store
    from simulator.store.engine import default_path
    from simulator.store.problems import StoreProblem
    from simulator.store.session import sessions

    if not default_path().exists():  # completing makes no store
        return []
    try:
        with opened_store() as store:
            return [
                session.id
                for session in sessions(store)
                if session.id.startswith(incomplete.upper())
            ]
    except StoreProblem:
        return []
