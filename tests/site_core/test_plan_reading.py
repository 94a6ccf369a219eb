"""GeoJSON that people upload: read where it is good, refused in plain words where it is not, never an accident."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_core.plan import BadPlan, draw, geojson, read_shapes, restored, stored


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def feature(kind, coordinates, **about):
    return {"type": "Feature", "properties": about, "geometry": {"type": kind, "coordinates": coordinates}}


STREET = feature("LineString", [[13.42, 52.47], [13.43, 52.475]], name="Weisestraße", highway="residential")
SQUARE = [[13.42, 52.47], [13.43, 52.47], [13.43, 52.48], [13.42, 52.47]]


def test_streets_and_areas_are_read_with_name_and_kind():
    park = feature("MultiPolygon", [[SQUARE]], leisure="park")
    street, area = read_shapes(collection(STREET, park))
    assert (street.name, street.kind, street.is_area) == ("Weisestraße", "highway=residential", False)
    assert street.parts == (((13.42, 52.47), (13.43, 52.475)),)
    assert (area.kind, area.is_area, len(area.parts)) == ("leisure=park", True, 1)


def test_what_was_stored_comes_back_the_same():
    shapes = read_shapes(collection(STREET, feature("Polygon", [SQUARE])))
    assert restored(json.loads(json.dumps(stored(shapes)))) == shapes


def test_points_and_empty_features_are_passed_over():
    others = [feature("Point", [13.42, 52.47]), {"type": "Feature", "geometry": None}, None, feature(["x"], [])]
    assert len(read_shapes(collection(*others, STREET))) == 1


def test_a_single_feature_and_a_byte_order_mark_are_fine():
    assert len(read_shapes(b"\xef\xbb\xbf" + json.dumps(STREET).encode())) == 1


def test_a_name_fits_into_a_drawing_whatever_it_holds():
    street = {**STREET, "properties": {"name": 'Am <b>&"\x00\x1b\ud800\ufffe  Platz' + "z" * 200}}
    (shape,) = read_shapes(collection(street))
    assert shape.name.startswith('Am <b>&" Platz')
    assert len(shape.name) == 80


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "JSON"),
        (b"\xff\xfe", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"type": "FeatureCollection", "features": [NaN]}', "JSON"),
        (b"[]", "FeatureCollection"),
        (b'{"features": 7}', "FeatureCollection"),
        (collection(), "(Linien|Koordinaten|lines|coordinates)"),
        (collection(feature("Point", [1, 2])), "(Linien|Koordinaten|lines|coordinates)"),
        (collection(feature("LineString", [[13, 52], [13, "52"]])), "(Linien|Koordinaten|lines|coordinates)"),
        (collection(feature("LineString", [[13, 52], [True, 52]])), "(Linien|Koordinaten|lines|coordinates)"),
        (collection(feature("LineString", 5)), "(Linien|Koordinaten|lines|coordinates)"),
        (collection(feature("Polygon", [[13, 52], [14, 52]])), "(Linien|Koordinaten|lines|coordinates)"),
        (collection(feature("LineString", [[391000, 5818000], [391100, 5818000]])), "WGS 84"),
        (b'{"features": [{"geometry": {"type": "LineString", "coordinates": [[1e999, 1], [2, 2]]}}]}', "WGS 84"),
    ],
)
def test_what_cannot_be_read_is_refused(content, word):
    with pytest.raises(BadPlan, match=word):
        read_shapes(content)


def test_a_file_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(geojson, "MAX_BYTES", 10)
    with pytest.raises(BadPlan, match="5 MB"):
        read_shapes(b"x" * 11)


def test_too_many_features_or_points_are_refused(monkeypatch):
    monkeypatch.setattr(geojson, "MAX_FEATURES", 1)
    with pytest.raises(BadPlan, match=r"5[.,]000"):
        read_shapes(collection(STREET, STREET))
    monkeypatch.setattr(geojson, "MAX_POINTS", 1)
    with pytest.raises(BadPlan, match=r"100[.,]000"):
        read_shapes(collection(STREET))


numbers = st.one_of(
    st.floats(), st.integers(), st.floats(13.41, 13.43), st.floats(52.46, 52.48), st.none(), st.text(max_size=3)
)
coordinates = st.recursive(st.lists(numbers, max_size=3), lambda below: st.lists(below, max_size=5), max_leaves=20)
features = st.fixed_dictionaries(
    {
        "geometry": st.fixed_dictionaries(
            {
                "type": st.sampled_from(["LineString", "MultiLineString", "Polygon", "MultiPolygon", "Point"]),
                "coordinates": coordinates,
            }
        ),
        "properties": st.dictionaries(st.sampled_from(["name", "highway", "leisure", "boundary"]), st.text(max_size=9)),
    }
)


@given(st.lists(features, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_geojson_is_drawn_or_refused(found):
    try:
        drawing = draw(read_shapes(json.dumps({"features": found}).encode()))
    except BadPlan:
        return
    assert drawing.svg.endswith("</svg>")


near = st.tuples(st.floats(13.41, 13.43), st.floats(52.46, 52.48)).map(list)


@given(st.lists(st.lists(near, min_size=2, max_size=8), min_size=1, max_size=6), st.lists(near, min_size=4, max_size=9))
@settings(max_examples=100, deadline=None)
def test_any_streets_within_a_kiez_make_a_plan_or_are_refused(lines, ring):
    shapes = read_shapes(
        collection(
            *(feature("LineString", line, name="Straße") for line in lines),
            feature("Polygon", [ring], boundary="administrative"),
        )
    )
    try:
        frame = draw(shapes).frame
    except BadPlan:
        frame = None  # all that lies inside the boundary lies at one point
    assert frame is None or max(frame.width, frame.height) == 2000
