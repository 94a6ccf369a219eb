"""The plan as it is drawn: where things stand, what is left out, how names run, and what it weighs."""

import math
import re
from itertools import accumulate
from xml.etree import ElementTree

import pytest

from site_core.plan import BadPlan, Shape, draw
from site_core.plan.frame import METRES_A_DEGREE, frame_of
from site_core.plan.labels import labels_of, straight_pieces
from site_core.plan.lines import clipped_lines, clipped_ring, joined, path_data, simplified
from site_core.plan.spreading import spread

LON, LAT = 13.42, 52.47


def place(east, north):
    """A point so many metres from the corner of the Kiez."""
    return LON + east / (METRES_A_DEGREE * math.cos(math.radians(LAT))), LAT + north / METRES_A_DEGREE


def street(*points, name="Weisestraße", kind="highway=residential"):
    return Shape(False, name, kind, (tuple(place(*point) for point in points),))


def area(*points, kind="leisure=park"):
    return Shape(True, "", kind, (tuple(place(*point) for point in (*points, points[0])),))


GRID = [
    street((0, 0), (0, 1000), name="Oderstraße"),
    street((600, 0), (600, 1000), name="Weisestraße"),
    street((0, 500), (600, 500), name="Allerstraße"),
]


def texts(drawing):
    return [each.text for each in ElementTree.fromstring(drawing.svg).iter("{http://www.w3.org/2000/svg}text")]


def test_metres_are_equally_long_in_both_directions_and_the_way_leads_back():
    frame = frame_of(GRID, [])
    x_0, y_0 = frame.place(*place(0, 0))
    x_1, y_1 = frame.place(*place(300, 300))
    assert x_1 - x_0 == pytest.approx(y_0 - y_1, rel=0.001)
    assert x_1 - x_0 == pytest.approx(300 * frame.metre, rel=0.001)
    assert frame.degrees(x_1, y_1) == pytest.approx(place(300, 300), abs=1e-6)
    assert frame.holds(x_0, y_0)


def test_the_boundary_decides_what_part_is_shown():
    far = street((0, 0), (9000, 0), (9000, 9000))
    boundary = area((-50, -50), (700, -50), (700, 1100), (-50, 1100), kind="boundary")
    assert frame_of([*GRID, far], [boundary]).holds(*frame_of([*GRID, far], [boundary]).place(*place(600, 1000)))
    assert not frame_of([*GRID, far], [boundary]).holds(*frame_of([*GRID, far], [boundary]).place(*place(5000, 0)))
    assert frame_of([*GRID, far], []).holds(*frame_of([*GRID, far], []).place(*place(5000, 0)))


def test_a_plan_of_a_country_or_of_one_point_is_refused():
    with pytest.raises(BadPlan):
        draw([street((0, 0), (90_000, 0))])
    with pytest.raises(BadPlan):
        draw([street((0, 0), (1, 0))])


def test_streets_stand_in_classes_of_width_and_names_are_safe():
    drawing = draw([*GRID, street((0, 200), (600, 200), name="Am <Tor> & Co", kind="highway=primary")])
    assert 'class="s main"' in drawing.svg
    assert 'class="s road"' in drawing.svg
    assert {"Oderstraße", "Weisestraße", "Allerstraße", "Am <Tor> & Co"} == set(texts(drawing))


def test_a_short_street_has_no_name():
    assert "Gasse" not in texts(draw([*GRID, street((0, 300), (30, 300), name="Gasse")]))


def test_specks_are_left_out_and_water_is_no_green():
    drawing = draw([*GRID, area((5, 5), (8, 5), (8, 8)), area((99, 99), (200, 99), (200, 200), kind="natural=water")])
    assert 'class="w"' in drawing.svg
    assert 'class="g"' not in drawing.svg


def test_the_edge_two_parts_share_is_not_drawn():
    left = area((-9, -9), (300, -9), (300, 1009), (-9, 1009), kind="boundary")
    right = area((300, -9), (609, -9), (609, 1009), (300, 1009), kind="boundary")
    drawing = draw([*GRID, left, right])
    (path,) = [each for each in ElementTree.fromstring(drawing.svg).iter() if each.get("class") == "b"]
    middle, _y = drawing.frame.place(*place(300, 0))
    assert path.get("d").count("M") == 1
    start, *steps = [int(number) for number in re.findall(r"-?\d+", path.get("d"))][::2]
    assert len(steps) == 4  # four corners, and back to the first
    assert all(abs(x - middle) > 20 for x in accumulate([start, *steps]))


def test_a_line_keeps_its_bends_and_loses_what_lies_between():
    line = [(0, 0), (10, 0.4), (20, 0), (30, 0.3), (40, 0), (40, 40)]
    assert simplified(line, 1) == [(0, 0), (40, 0), (40, 40)]
    assert simplified(line, 0.1) == line


def test_lines_that_meet_become_one_whatever_their_direction():
    (line,) = joined([[(1, 0), (2, 0)], [(1, 0), (0, 0)], [(3, 0), (2, 0)]])
    assert sorted([line, line[::-1]])[0] == [(0, 0), (1, 0), (2, 0), (3, 0)]
    assert len(joined([[(0, 0), (1, 0)], [(5, 5), (6, 6)]])) == 2


def test_a_ring_street_ends_where_it_began():
    (line,) = joined([[(0, 0), (1, 0), (1, 1)], [(1, 1), (0, 1), (0, 0)]])
    assert line[0] == line[-1]
    assert len(line) == 5


def test_what_lies_beyond_the_frame_is_cut():
    assert clipped_lines([(-90, 5), (-50, 5), (5, 5), (9, 5)], 10, 10, 0) == [[(-50, 5), (5, 5), (9, 5)]]
    assert clipped_lines([(20, 0), (20, 9)], 10, 10, 0) == []
    assert sorted(clipped_ring([(-5, -5), (5, -5), (5, 5), (-5, 5)], 10, 10, 0)) == [(0, 0), (0, 5), (5, 0), (5, 5)]
    assert clipped_ring([(20, 20), (30, 20), (30, 30)], 10, 10, 0) == []


def test_path_data_counts_from_point_to_point():
    assert path_data([(10, 10), (12.4, 9), (12, 9), (15, 20)]) == "M10 10l2-1 3 11"
    assert path_data([(0, 0), (4, 0), (4, 4), (0, 0)], close=True) == "M0 0l4 0 0 4z"
    assert path_data([(0, 0), (0.2, 0)]) == ""


def test_names_read_from_left_to_right_and_keep_apart():
    lines = {"Ost": [[(900.0, 500.0), (100.0, 480.0)]], "Nord": [[(500.0, 900.0), (500.0, 100.0)]]}
    labels = labels_of(lines, 20, 1000, 1000)
    assert {label.text for label in labels} == {"Ost", "Nord"}
    assert all(-90 <= label.angle <= 90 for label in labels)
    assert min(math.dist((a.x, a.y), (b.x, b.y)) for a in labels for b in labels if a.text != b.text) > 20


def test_a_bent_line_falls_into_straight_pieces():
    line = [(0, 0), (50, 1), (100, 0), (100, 80)]
    assert list(straight_pieces(line, 5)) == [((0, 0), (100, 0)), ((100, 0), (100, 80))]


def test_dots_at_one_address_are_fanned_out():
    moved = spread([(50.0, 50.0)] * 5, 20)
    pairs = [math.dist(one, other) for number, one in enumerate(moved) for other in moved[:number]]
    assert min(pairs) > 15
    assert max(math.dist(point, (50, 50)) for point in moved) < 60
    assert moved == spread([(50.0, 50.0)] * 5, 20)


def test_dots_with_room_stay_where_they_are():
    for before, after in zip([(0, 0), (500, 0), (0, 500)], spread([(0, 0), (500, 0), (0, 500)], 20), strict=True):
        assert math.dist(before, after) < 1
