"""The walk over roles: every address of the site, asked by everybody, held against `table.txt`.

`routes` lists the addresses from the URL configuration, `table` reads what each person is to get there, `world` is a
small Kiez in which everything that is not public carries a marker, `visits` asks and names the answer, `ledger` says
which rows a request changed and `ownership` whose they are. A route the table does not know fails the walk; `python -m
tests.walk.propose` prints its line.
"""
