"""`python -m shelfrank`: the same as the `shelfrank` command."""

from shelfrank.cli import main

main()
