"""Members and visitors at every address: answered as the table says, told nothing, changing nothing of others."""

import pytest

from tests.walk.holding import as_the_table_says, looking_changes_nothing, walk
from tests.walk.world import MEMBERS

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]


@pytest.mark.parametrize("person", ["anonymous", *MEMBERS])
def test_nobody_outside_the_desk_gets_further_than_their_own(walker, person):
    seen, wrong = walk(walker, person)
    told = [f"{visit}: {', '.join(visit.read)}" for visit in seen if visit.read]
    changed = [f"{visit}: {'; '.join(visit.changed)}" for visit in seen if visit.changed]
    assert not told, f"{person} reads what is not public:\n" + "\n".join(told)
    assert not changed, f"{person} changes what is not theirs:\n" + "\n".join(changed)
    looking_changes_nothing(seen)
    as_the_table_says(wrong, person)
