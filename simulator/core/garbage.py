"""Putting Python's search for garbage off while a whole day is made.

Opening or resuming a day makes hundreds of thousands of values that all stay. Python would search
them for garbage again and again and find none: a third of the time it takes, and a fifth more for
the one search that waits at the end because they are all new. A value that nobody holds any more
is let go of at once all the same; only rings of values wait for the search.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

left_out = False
"""Whether the program has been at its desk. Python could tell only by counting all it left out."""


@contextmanager
def uncollected(*, settled: bool = False) -> Iterator[None]:
    """Search for no garbage inside this block, and go on searching after it, whatever happens.

    What a block that ends well has made counts as old from then on: it waits for the next search of
    everything, and is not searched at once for being new.

    ``settled`` says that the program is at the desk once the block has ended well: all there is by
    then is left out of every later search (``gc.freeze``), so that no key press waits for one of
    the whole program. This is done once a process: what a program that opens day after day has
    let go of must be found. Where nobody searches to begin with, as inside another such block,
    nothing is done at all.
    """
    global left_out
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
        if not left_out:
            gc.freeze()
            if not settled:
                gc.unfreeze()  # which makes all that was set aside old, at no cost
            left_out = settled
    finally:
        gc.enable()
