"""What both walks hold: the table's answers, nothing read, nothing changed."""

from tests.walk.routes import all_routes
from tests.walk.table import read_table, written
from tests.walk.world import PEOPLE


def walk(walker, person):
    """All visits of one person by line of the table, and the lines that were answered otherwise."""
    seen, wrong = [], []
    there = all_routes()
    for line in read_table():
        if line.route not in there:
            continue
        visits = walker.visits(line, person)
        seen += [visit for pair in visits for visit in pair]
        answered = walker.cell(visits)
        if answered != line.expected(person):
            cells = [answered if who == person else cell for who, cell in zip(PEOPLE, line.cells, strict=True)]
            why = "".join(f"\n    {visit}" for pair in visits for visit in pair if visit.why)
            wrong.append(written(line.name, cells, line.arguments) + why)
    return seen, wrong


def as_the_table_says(wrong, person):
    assert not wrong, (
        f"{person} is answered otherwise than tests/walk/table.txt says. "
        "Either mend it, or decide that these lines are right:\n" + "\n".join(wrong)
    )


def looking_changes_nothing(seen):
    writes = [f"{visit}: {', '.join(visit.wrote)}" for visit in seen if visit.method == "get" and visit.wrote]
    assert not writes, "Looking at these changed something:\n" + "\n".join(writes)
