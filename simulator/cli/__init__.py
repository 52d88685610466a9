"""The command line ``praksishus``. A command loads only the parts of the program it needs.

What was asked for goes to standard output, everything else that is said to standard error.
Whatever goes wrong is told as a sentence in the person's language, never as a traceback.
"""

import sys


def main() -> None:
    """Do what the arguments of this process say, and end the process with an exit code."""
    from simulator.cli.running import run

    sys.exit(run(sys.argv[1:]))
