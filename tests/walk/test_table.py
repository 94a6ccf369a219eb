"""The table knows every address there is."""

from tests.walk.routes import all_routes
from tests.walk.table import read_table, written
from tests.walk.world import PEOPLE

WORDS = {"ok", "no", "go", "sign", "none", "bad", "fail"}


def test_somebody_has_decided_on_every_route():
    undecided = set(all_routes()) - {line.route for line in read_table()}
    assert not undecided, (
        "New addresses. See what `python -m tests.walk.propose` prints for them, decide who may what there, "
        "and add the lines to tests/walk/table.txt:\n" + "\n".join(map(str, undecided))
    )


def test_the_table_lists_no_route_that_is_gone():
    gone = {line.route for line in read_table()} - set(all_routes())
    assert not gone, "Take these out of tests/walk/table.txt:\n" + "\n".join(map(str, gone))


def test_the_table_uses_its_own_words_only():
    for line in read_table():
        assert len(line.cells) == len(PEOPLE)
        words = {word for cell in line.cells for part in cell.split("|") for word in part.split("/")}
        assert words <= WORDS, line


def test_a_line_is_read_as_it_is_written():
    for line in read_table():
        assert read_table(written(line.name, line.cells, line.arguments)) == [line]
