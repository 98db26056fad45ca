from __future__ import annotations

import pytest

from gazetteer import Gazetteer, QueryError


def best(gazetteer: Gazetteer, name: str, **scope: object) -> tuple[str, str]:
    matches = gazetteer.lookup(name, limit=1, **scope)  # type: ignore[arg-type]
    return (matches[0].place.name, matches[0].place.country) if matches else ("", "")


@pytest.mark.parametrize(
    ("name", "geonameid"),
    [
        ("Kiev", 703448), ("Київ", 703448), ("Kijów", 703448), ("Bahmut", 713174),
        ("Артемівськ", 713174), ("حلب", 170063), ("北京", 1816670), ("München", 2867714),
        ("Muenchen", 2867714), ("St. Petersburg", 498817), ("Saint Petersburg", 498817),
        ("United States", 6252001), ("U.S.", 6252001), ("UAE", 290557), ("Calif.", 5332921),
        ("Belgorod region", 578071), ("Belgorod oblast", 578071), ("Oblast Belgorod", 578071),
        ("Belgorod", 578072), ("Homs Governorate", 169575), ("province of Homs", 169575),
    ],
)  # fmt: skip
def test_recorded_names_in_any_script(gazetteer: Gazetteer, name: str, geonameid: int) -> None:
    assert gazetteer.lookup(name)[0].place.geonameid == geonameid


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Albany", "US"), ("Albania", "AL"), ("Columbia", "US"), ("Colombia", "CO"),
        ("Austria", "AT"), ("Australia", "AU"), ("Niger", "NE"), ("Nigeria", "NG"),
        ("Dominica", "DM"), ("Dominican Republic", "DO"), ("Slovakia", "SK"), ("Slovenia", "SI"),
        ("Belgrade", "RS"), ("Belgorod", "RU"), ("Bucharest", "RO"), ("Budapest", "HU"),
        ("Iran", "IR"), ("Iraq", "IQ"), ("Mali", "ML"), ("Malawi", "MW"), ("Zambia", "ZM"),
        ("Gambia", "GM"),
    ],
)  # fmt: skip
def test_a_recorded_name_beats_a_similar_one(gazetteer: Gazetteer, name: str, country: str) -> None:
    match = gazetteer.lookup(name)[0]
    assert match.place.country == country
    assert match.match in ("exact", "alias")


def test_scope_narrows_namesakes(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "Paris")[1] == "FR"
    assert best(gazetteer, "Paris", within="Texas")[1] == "US"
    assert best(gazetteer, "Paris", country="ca")[1] == "CA"
    assert best(gazetteer, "Paris", near=(33.6, -95.5))[1] == "US"
    assert gazetteer.lookup("Paris", near=(60.0, 100.0), radius_km=50) == []


def test_feature_narrows_kinds(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Donetsk", feature="ADM1")[0].place.feature_code == "ADM1"
    assert gazetteer.lookup("Donetsk", feature="city")[0].place.feature_class == "P"


@pytest.mark.parametrize(
    ("spelling", "name", "near"),
    [("Walikalle", "Walikale", (-1.7, 29.2)), ("Buonaventura", "Buenaventura", (3.4, -76.5))],
)  # fmt: skip
def test_a_weak_spelling_needs_a_neighbourhood(
    gazetteer: Gazetteer, spelling: str, name: str, near: tuple[float, float]
) -> None:
    found = gazetteer.lookup(spelling, near=near)[0]
    assert (found.place.name, found.match in ("context", "variant")) == (name, True)
    assert found.score >= 0.5
    assert "km from the point given" in found.why


@pytest.mark.parametrize("name", ["Kyiv", "Pokrovske", "Bachmuut"])
def test_no_matches_can_be_asked_for(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name, limit=0) == []


@pytest.mark.parametrize("name", ["Peking", "Deir ez-Zor", "Kyiv"])
def test_a_city_and_its_municipality_are_one_answer(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name)[0].score > 0.9


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("Zxqwvbn", {"within": "Kyiv"}), ("Kyiv Central Station", {"within": "Kyiv"}),
        ("Petersburg Avenue", {"near": (48.0, 0.5), "radius_km": 20.0}),
        ("Walikalle", {"near": (-1.7, 29.2), "radius_km": 80.0}),
    ],
)  # fmt: skip
def test_among_few_places_the_nearest_is_not_near_enough(
    gazetteer: Gazetteer, name: str, scope: dict[str, object]
) -> None:
    assert all(m.score < 0.5 for m in gazetteer.lookup(name, **scope))  # type: ignore[arg-type]


def test_a_country_does_not_take_a_citys_name(gazetteer: Gazetteer) -> None:
    assert best(gazetteer, "Marawi") == ("Marawi City", "PH")
    assert best(gazetteer, "Malawi") == ("Malawi", "MW")


@pytest.mark.parametrize(
    ("name", "town"),
    [("Monte Compatrii", "Monte Compatri"), ("Mont Belvieuu", "Mont Belvieu")],
)
def test_a_misspelled_town_may_be_called_a_mountain(
    gazetteer: Gazetteer, name: str, town: str
) -> None:
    assert gazetteer.lookup(name)[0].place.name == town


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Concelho de Sintra", "Sintra"), ("Kecamatan Ubud", "Ubud"),
        ("Zupanija Istarska", "Istria County"), ("Tambon Patong", "Patong"),
    ],
)  # fmt: skip
def test_what_a_place_is_may_be_said_in_its_own_language(
    gazetteer: Gazetteer, name: str, place: str
) -> None:
    assert gazetteer.lookup(name)[0].place.name == place
    assert gazetteer.lookup(name)[0].is_named


@pytest.mark.parametrize("name", ["Mount Quast", "Noatrees River", "Monte Booquaim"])
def test_what_is_ruled_out_by_its_kind_is_a_rival_still(gazetteer: Gazetteer, name: str) -> None:
    assert all(match.score < 0.5 for match in gazetteer.lookup(name))


@pytest.mark.parametrize(
    ("name", "recorded"),
    [
        ("Uttlesford", "Uttlesford District"),
        ("Kirehe", "Kirehe District"),
        ("Permian", "Permian Basin"),
        ("Mull", "Isle of Mull"),
    ],
)
def test_what_is_recorded_with_its_kind_is_found_without(
    gazetteer: Gazetteer, name: str, recorded: str
) -> None:
    best = gazetteer.lookup(name)[0]
    assert (best.place.name, best.match in ("exact", "alias")) == (recorded, True)


@pytest.mark.parametrize("name", ["Cameron", "Rossi", "Helene", "Domingo", "Marshall"])
def test_what_some_language_calls_a_country_is_a_person_in_ours(
    gazetteer: Gazetteer, name: str
) -> None:
    assert not any(m.place.is_country and m.score >= 0.5 for m in gazetteer.lookup(name))


@pytest.mark.parametrize("name", ["Gregoron", "Zxqwvbn", "", "...", "Mbappetrovic", "12345"])
def test_nothing_is_claimed_without_grounds(gazetteer: Gazetteer, name: str) -> None:
    assert all(m.score < 0.5 for m in gazetteer.lookup(name))


@pytest.mark.parametrize(
    "scope",
    [
        {"near": (95.0, 0.0)}, {"near": (0.0, 181.0)}, {"country": "XX"}, {"radius_km": 5.0},
        {"within": "Zxqwvbn"},
    ],
)  # fmt: skip
def test_impossible_questions_are_refused(gazetteer: Gazetteer, scope: dict[str, object]) -> None:
    with pytest.raises(QueryError, match=next(iter(scope))):
        gazetteer.lookup("Paris", **scope)  # type: ignore[arg-type]


def test_every_place_has_a_point_and_areas_an_extent(gazetteer: Gazetteer) -> None:
    rows = gazetteer.rows
    assert (abs(rows.lat) <= 90).all()
    assert (abs(rows.lon) <= 180).all()
    areas = [i for i, code in enumerate(rows.codes) if code in ("A.PCLI", "A.ADM1", "A.ADM2")]
    is_area = [c in areas for c in rows.code.tolist()]
    assert (rows.radius[is_area] > 0).all()


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("historic:soviet-union", "Soviet Union"), ("703448", "Kyiv"), ("historic", None),
        ("soviet-union", None), ("", None), ("1", None),
    ],
)  # fmt: skip
def test_places_by_the_id_of_any_source(gazetteer: Gazetteer, id_: str, name: str | None) -> None:
    place = gazetteer.place(id_)
    assert (place.name if place else None) == name
