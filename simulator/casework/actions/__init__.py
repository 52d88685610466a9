"""What a caseworker can do, one family a module."""
