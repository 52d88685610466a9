"""Lets ``python -m simulator`` do what the command ``praksishus`` does."""

from simulator.cli import main

if __name__ == "__main__":
    main()
