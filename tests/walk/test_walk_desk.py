"""Editors, coordinators and superusers at every address: answered as the table says, and looking changes nothing."""

import pytest

from tests.walk.holding import as_the_table_says, looking_changes_nothing, walk
from tests.walk.world import DESK

pytestmark = [pytest.mark.django_db, pytest.mark.db_specific]


@pytest.mark.parametrize("person", DESK[::-1])  # the superuser first: all others post the forms they see
def test_the_desk_gets_what_its_role_says(walker, person):
    seen, wrong = walk(walker, person)
    looking_changes_nothing(seen)
    as_the_table_says(wrong, person)
