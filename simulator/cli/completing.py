"""What a shell offers where a name is half typed: days, scenario files, sessions."""

from pathlib import Path


def day_names(incomplete: str) -> list[str]:
    """Return the days of the shelf and the scenario files that begin as typed."""
    from simulator.scenario.places import days

    return [name for name in days() if name.startswith(incomplete)] + _files(incomplete)


def _files(typed: str) -> list[str]:
    from simulator.scenario.places import ENDINGS

    folder = Path(typed) if typed.endswith("/") else Path(typed).parent
    try:
        found = [str(path) for path in folder.iterdir() if path.suffix in ENDINGS]
    except OSError:
        return []
    return sorted(name for name in found if name.startswith(typed))


def session_names(incomplete: str) -> list[str]:
    """Return the sessions that begin as typed; none where the store cannot be read."""
    from simulator.cli.keeping import kept
    from simulator.store.engine import default_path
    from simulator.store.problems import StoreProblem
    from simulator.store.session import sessions

    if not default_path().exists():  # completing makes no store
        return []
    try:
        with kept() as store:
            return [one.id for one in sessions(store) if one.id.startswith(incomplete.upper())]
    except StoreProblem:
        return []
