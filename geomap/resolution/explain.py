"""Why: one sentence that names what decided a resolution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gazetteer.cells import great_circle_km
from gazetteer.lookup import Gazetteer
from gazetteer.match import nearly_km
from gazetteer.place import Place
from geomap.recognition.mention import Mention
from geomap.resolution.anchors import Anchor
from geomap.resolution.reason import Clause, Reason
from geomap.resolution.scene import SOMEWHERE, Scene

#: Another place of the document this near is worth naming.
_NEAR_KM = 200.0
#: Great circles are longer than geodesics by less than this factor.
_LARGEST_ERROR = 1.01


def likely_places(scene: Scene, gazetteer: Gazetteer) -> dict[int, Place]:
    """The likeliest place of each group that has a likely one, in order of their rows."""
    best = ((number, scene.best(number)) for number in range(len(scene.groups)))
    likely = [(found[0], number) for number, found in best if found and found[1] >= SOMEWHERE]
    return {number: gazetteer.rows.place(row) for row, number in sorted(likely)}


def explain(
    scene: Scene, number: int, best: int, named: Mapping[int, Place], gazetteer: Gazetteer
) -> Reason:
    """Say why the candidate ``best`` of a group was chosen, among `likely_places`."""
    believed = scene.believed(number)
    assert believed is not None
    hits, _ = believed
    place = gazetteer.rows.place(hits[best].row)
    name = gazetteer.names.strings[hits[best].name]
    company = _company(place, [p for other, p in named.items() if other != number])
    return Reason(_naming(hits[best].match, name, place, len(hits)), *company)


def explain_surroundings(scene: Scene, number: int, anchor: Anchor, gazetteer: Gazetteer) -> Reason:
    """Say why a name without record that may be meant was placed at the place of an anchor."""
    place = gazetteer.rows.place(anchor.row)
    group = scene.groups[number]
    name = scene.mentions[group.mentions[0]].text
    times = len(scene.groups[anchor.number].mentions)
    if anchor.number == number:
        code = "whyPutPart"
    elif group.telling(anchor.number):
        code = "whyPutInside"
    elif not times:
        code = "whyPutHome"
    else:
        code = "whyPutOnce" if times == 1 else "whyPutOften"
    is_recorded = any(hit.match != "part" for hit in scene.hits[number])
    first = Clause("whyElsewhere" if is_recorded else "whyUnrecorded", name)
    return Reason(first, Clause(code, place=_in_full(place), n=times))


def _in_full(place: Place) -> str:
    return f"{place.name} ({', '.join(place.path)})" if place.path else place.name


def _naming(match: str, name: str, place: Place, namesakes: int) -> Clause:
    if match in ("variant", "context"):
        code = "whySpelling"
    elif match == "part":
        code = "whyPart"
    elif match == "alias" and name == place.name:
        code = "whyPeople"
    else:
        code = "whyAlias" if name != place.name else "whyName"
        code += "" if namesakes == 1 else "Of"
    return Clause(code, name, _in_full(place), namesakes)


def _company(place: Place, others: Sequence[Place]) -> tuple[Clause, ...]:
    """What else of the document it lies in, or near; nothing where there is neither."""
    around = [p for p in others if p.name in place.path]
    if around:
        within = min(around, key=lambda p: place.path.index(p.name))
        return (Clause("whyWithin", within.name),)
    towns = [p for p in others if p.id != place.id and p.feature_class == "P"]
    if not towns or place.is_country:
        return ()
    nearest = min(towns, key=lambda p: abs(p.lat - place.lat) + abs(p.lon - place.lon))
    # The geodesic takes long, and most are not near by any measure.
    if great_circle_km(place.lat, place.lon, nearest.lat, nearest.lon) > _NEAR_KM * _LARGEST_ERROR:
        return ()
    distance = nearly_km((place.lat, place.lon), (nearest.lat, nearest.lon))
    if distance > _NEAR_KM:
        return ()
    return (Clause("whyNear", nearest.name, n=round(distance)),)


def coordinate_place(mention: Mention, gazetteer: Gazetteer) -> Place:
    """Make a place of a coordinate in the text, in the country of the nearest town."""
    assert mention.lat is not None
    assert mention.lon is not None
    lat, lon = mention.lat, mention.lon
    name = f"{lat:.5f}, {lon:.5f}"
    return Place(f"point:{name.replace(' ', '')}", name, "", "", "", "", "", lat, lon, 0, 0.0)
