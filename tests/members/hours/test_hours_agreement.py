"""On real values we agree with another library, or know why not."""

from tests.bench.hours_agreement import DATA, measure


def test_real_hours_are_read_as_another_library_reads_them_or_the_reason_is_known(shared):
    found = measure(shared / DATA)
    assert found.values == 2_778
    assert [case.value for case in found.unexplained] == []
    assert found.share >= 0.98
    assert found.raw_share < found.share
