"""What an oTree bot needs for a page, beside what a habit needs for a question answered here.

oTree is no dependency: it is installed only into an environment that this script makes.

    python -m tests.benchmarks.otree_comparison --install FOLDER
    python -m tests.benchmarks.otree_comparison FOLDER
"""

import argparse
import os
import subprocess
import sys
import time
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

PAGE = 14e-3
"""Seconds of one page of an oTree bot, on the machine where the wish was set."""
FEW, MANY = 5, 55
"""Rounds of two runs; what both do besides pages falls out of their difference."""
PLAYERS = 4

SETTINGS = """
SESSION_CONFIGS = [dict(name="ask", num_demo_participants=1, app_sequence=["ask"])]
SESSION_CONFIG_DEFAULTS = dict(real_world_currency_per_point=1, participation_fee=0, doc="")
PARTICIPANT_FIELDS, SESSION_FIELDS = [], []
LANGUAGE_CODE, REAL_WORLD_CURRENCY_CODE, USE_POINTS = "en", "DKK", True
ADMIN_USERNAME, ADMIN_PASSWORD, SECRET_KEY = "admin", "none", "none"
"""
APP = """
from otree.api import *

class C(BaseConstants):
    NAME_IN_URL, PLAYERS_PER_GROUP, NUM_ROUNDS = "ask", None, {rounds}

class Subsession(BaseSubsession):
    pass

class Group(BaseGroup):
    pass

class Player(BasePlayer):
    answer = models.IntegerField(label="How much?", min=0, max=9)

class Ask(Page):
    form_model, form_fields = "player", ["answer"]

page_sequence = [Ask]
"""
BOT = """
from otree.api import Bot
from . import Ask

class PlayerBot(Bot):
    def play_round(self):
        yield Ask, dict(answer=self.round_number % 10)
"""
TEMPLATE = """{{ block content }}{{ formfields }}{{ next_button }}{{ endblock }}
"""


def program(folder: Path) -> Path:
    """Where oTree's command lies in an environment."""
    return folder / ("Scripts" if os.name == "nt" else "bin") / "otree"


def install(folder: Path) -> None:
    """Make an environment with oTree in it."""
    venv.create(folder, with_pip=True)
    python = program(folder).with_name("python")
    subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "otree", "requests"], check=True
    )


def seconds(folder: Path, rounds: int) -> float:
    """The processor time of bots that play so many rounds of one page."""
    with TemporaryDirectory() as project:
        app = Path(project) / "ask"
        for name in ("ask", "_static", "_templates"):
            (Path(project) / name).mkdir()
        (Path(project) / "settings.py").write_text(SETTINGS)
        (app / "__init__.py").write_text(APP.format(rounds=rounds))
        (app / "tests.py").write_text(BOT)
        (app / "Ask.html").write_text(TEMPLATE)
        before = os.times()
        run = [str(program(folder)), "test", "ask", str(PLAYERS)]
        ended = subprocess.run(run, cwd=project, capture_output=True, text=True)
        after = os.times()
        if ended.returncode:
            sys.exit(ended.stdout[-2000:] + ended.stderr[-2000:])
    return (after[2] - before[2]) + (after[3] - before[3])


def ours() -> float:
    """Seconds of processor time for a question answered by a habit that plays a whole day."""
    from simulator.casework.habits import trusting
    from simulator.rehearsal.playing import play
    from tests.benchmarks.test_day import answered, full_day

    loaded, found = full_day(), []
    for _ in range(5):
        begun = time.process_time()
        day = play(loaded.opening, loaded.town, trusting)
        found.append((time.process_time() - begun) / sum(map(answered, day.commands)))
    return min(found)


def main() -> None:
    """Install oTree, or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--install", action="store_true")
    asked = parser.parse_args()
    folder = asked.folder.absolute()
    if asked.install:
        install(folder)
    if not program(folder).exists():
        sys.exit(
            f"oTree is not in {folder}. It is put there with:\n"
            f"  python -m tests.benchmarks.otree_comparison --install {folder}"
        )
    page = (seconds(folder, MANY) - seconds(folder, FEW)) / ((MANY - FEW) * PLAYERS)
    question = ours()
    print(f"an oTree bot: {page * 1e3:.1f} ms a page of one question")
    print(f"a habit here: {question * 1e3:.3f} ms a question answered")
    print(f"ratio: {page / question:.0f}")


if __name__ == "__main__":
    main()
