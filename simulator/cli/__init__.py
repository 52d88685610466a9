"""The command line ``praksishus``: what is asked for, in words, and nothing loaded that is not.

What is asked for is written to standard output, talk to standard error. Whatever goes wrong is a
sentence in the person's language, never a traceback.
"""

import sys


def main() -> None:
    """Do what the arguments of this process say, and end it with their exit code."""
    from simulator.cli.running import run

    sys.exit(run(sys.argv[1:]))
