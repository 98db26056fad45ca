"""Why: one sentence that names what decided a resolution."""

from __future__ import annotations

from functools import lru_cache

from gazetteer.cells import great_circle_km
from gazetteer.lookup import Gazetteer, distance_km
from gazetteer.place import Place
from geomap.recognition.mention import Mention
from geomap.resolution.anchors import Anchor
from geomap.resolution.scene import Scene

#: Another place of the document this near is worth naming.
_NEAR_KM = 200.0
#: Great circles are longer than geodesics by less than this factor.
_LARGEST_ERROR = 1.01
#: Texts of one place name the same neighbours time and again.
_geodesic_km = lru_cache(maxsize=4096)(distance_km)


def explain(scene: Scene, number: int, best: int, gazetteer: Gazetteer) -> str:
    """Say why the candidate ``best`` of a group was chosen."""
    believed = scene.believed(number)
    assert believed is not None
    hits, _ = believed
    place = gazetteer.rows.place(hits[best].row)
    name = gazetteer.names.strings[hits[best].name]
    company = _company(scene, number, place, gazetteer)
    return f"{_naming(hits[best].match, name, place, len(hits))}{company}"


def explain_surroundings(scene: Scene, number: int, anchor: Anchor, gazetteer: Gazetteer) -> str:
    """Say why a name without record was placed at the place of an anchor."""
    place = gazetteer.rows.place(anchor.row)
    name = scene.mentions[scene.groups[number].mentions[0]].text
    told = f"no place is recorded as {name}; put at {_in_full(place)}"
    if anchor.number == number:
        return f"{told}, which is part of the name"
    if anchor.number in scene.groups[number].containers:
        return f"{told}, where the text says it is"
    times = len(scene.groups[anchor.number].mentions)
    if not times:
        return f"{told}, where the paper is at home"
    often = "once" if times == 1 else f"{times} times"
    return f"{told}, the likeliest place around, named here {often}"


def _in_full(place: Place) -> str:
    return f"{place.name} ({', '.join(place.path)})" if place.path else place.name


def _naming(match: str, name: str, place: Place, namesakes: int) -> str:
    full = _in_full(place)
    if match in ("variant", "context"):
        return f"no place is recorded under this spelling; {name}, a name of {full}, is close to it"
    if match == "part":
        return f"no place is recorded under all of this name; part of it is a name of {full}"
    if match == "alias" and name == place.name:
        return f"a word for the people of {full}"
    known = f"a recorded name of {full}" if name != place.name else f"the name of {full}"
    return known if namesakes == 1 else f"{known}, likeliest of {namesakes} namesakes"


def _company(scene: Scene, number: int, place: Place, gazetteer: Gazetteer) -> str:
    best = {found[0] for i in range(len(scene.groups)) if i != number and (found := scene.best(i))}
    others = [gazetteer.rows.place(row) for row in sorted(best)]
    around = [p for p in others if p.name in place.path]
    if around:
        within = min(around, key=lambda p: place.path.index(p.name))
        return f"; it lies in {within.name}, also named here"
    towns = [p for p in others if p.id != place.id and p.feature_class == "P"]
    if not towns or place.is_country:
        return ""
    nearest = min(towns, key=lambda p: abs(p.lat - place.lat) + abs(p.lon - place.lon))
    # The geodesic takes long, and most are not near by any measure.
    if great_circle_km(place.lat, place.lon, nearest.lat, nearest.lon) > _NEAR_KM * _LARGEST_ERROR:
        return ""
    distance = _geodesic_km((place.lat, place.lon), (nearest.lat, nearest.lon))
    if distance > _NEAR_KM:
        return ""
    return f"; it lies {distance:.0f} km from {nearest.name}, also named here"


def coordinate_place(mention: Mention, gazetteer: Gazetteer) -> Place:
    """Make a place of a coordinate in the text, in the country of the nearest town."""
    assert mention.lat is not None
    assert mention.lon is not None
    lat, lon = mention.lat, mention.lon
    name = f"{lat:.5f}, {lon:.5f}"
    return Place(f"point:{name.replace(' ', '')}", name, "", "", "", "", "", lat, lon, 0, 0.0)
