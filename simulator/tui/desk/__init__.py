"""The desk: what waits on the left, the case in hand in the middle, the telephone in sight."""
