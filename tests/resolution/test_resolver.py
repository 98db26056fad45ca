"""Resolution of given mentions, in texts of our own."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition.mention import Mention
from geomap.resolution import Resolution, Resolver
from geomap.resolution.outlet import Outlet, OutletReader

Resolve = Callable[..., list[Resolution]]


def names(found: list[Resolution]) -> list[tuple[str, str]]:
    return [(r.place.name, r.place.country) if r.place else ("", "") for r in found]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("He drove from [Paris], [Texas], at dawn.", "Texas"),
        ("She was born in [Athens], [Georgia].", "Georgia"),
        ("A fire broke out in [Springfield], [Missouri].", "Missouri"),
        ("The council of [Cambridge], [Mass.], voted.", "Massachusetts"),
        ("They met in [Vienna], [VA], last year.", "Virginia"),
        ("The factory in [Birmingham] in [Alabama] closed.", "Alabama"),
    ],
)
def test_the_place_named_behind_decides(resolve: Resolve, text: str, path: str) -> None:
    place = resolve(text)[0].place
    assert place is not None
    assert path in place.path


def test_designators_ask_for_subdivisions(resolve: Resolve) -> None:
    text = "The governor of the [Belgorod] region spoke in [Belgorod], [Russia]."
    region, city, _ = resolve(text)
    assert region.place is not None
    assert city.place is not None
    assert (region.place.feature_code, city.place.feature_code) == ("ADM1", "PPLA")


def test_spellings_of_one_place_meet(resolve: Resolve) -> None:
    text = "[Bakhmut], [Bachmut], [Bahmut] and [Бахмут] are one town in [Ukraine]."
    assert len(set(names(resolve(text))[:4])) == 1


#: Weak spellings, each unresolvable alone: (text, what it must mean).
RESCUES = [
    ("Floods cut [Puebla] off; in [Tcholoulle] the market stayed shut.", "Cholula"),
    ("Shells fired from near [Kharkiv] fell on [Volschansk].", "Vovchansk"),
    ("The road from [Goma] to [Valikalé] was cut.", "Walikale"),
    ("From [Aksum] the convoy went on to [Adwiya].", "Adwa"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), RESCUES)
def test_the_neighbourhood_rescues_weak_spellings(resolve: Resolve, text: str, name: str) -> None:
    anchor, rescued = resolve(text)
    assert rescued.place is not None
    assert rescued.place.name == name
    assert rescued.match in ("context", "variant")
    assert anchor.place is not None
    assert f"{anchor.place.name}, also named here" in rescued.why


def test_a_likeness_that_may_be_chance_is_a_guess(resolve: Resolve) -> None:
    """Villages without record are many, and some sound like another nearby."""
    _, guessed = resolve("The road from [Goma] to [Walikalay] was cut.")
    assert guessed.place is None
    assert guessed.alternatives[0].place.name == "Walikale"
    assert 0.1 < guessed.alternatives[0].score < 0.5
    assert "Walikale" in guessed.why


@pytest.mark.parametrize(("text", "name"), RESCUES)
def test_alone_they_stay_unresolved(resolve: Resolve, text: str, name: str) -> None:
    weak = re.findall(r"\[([^\]]+)\]", text)[1]
    (alone,) = resolve(f"Nothing is known of [{weak}] but its name.")
    assert alone.place is None
    assert alone.why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leaders in [Niamey] and [Ouagadougou] called [Bamakko].", ("Bamako", "ML")),
        ("Refineries in [Rotterdam] and [Houston] need oil from [Lybia].", ("Libya", "LY")),
        ("The climbers from [Munich] and [Vienna] were on [Ushba].", ("", "")),
    ],
)
def test_of_countries_never_named_only_they_and_their_capitals_are_misspelled(
    resolve: Resolve, text: str, name: tuple[str, str]
) -> None:
    assert names(resolve(text))[2] == name


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Fighting went on in [Donbas] and near the [Golan Heights].", ["Donbas", "Golan Heights"]),
        ("Drought spread from [Chile] to [Patagonia].", ["Chile", "Patagonia"]),
        ("They crossed [Anatolia] and the [Balkans].", ["Anatolia", "Balkans"]),
    ],
)
def test_regions_are_places_though_nobody_knows_their_middle(
    resolve: Resolve, text: str, regions: list[str]
) -> None:
    assert [name for name, _ in names(resolve(text))] == regions


@pytest.mark.parametrize("noise", ["Xqzvwk", "Grzblfx", "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])
def test_nonsense_stays_unresolved(resolve: Resolve, noise: str) -> None:
    found = resolve(f"Between [Lviv] and [Ternopil] lies [{noise}], he said.")
    assert found[2].place is None


def test_scores_and_runners_up_are_probabilities(resolve: Resolve) -> None:
    for found in resolve("[Springfield] beat [Columbus] in [Lexington]."):
        shares = [found.score, *(a.score for a in found.alternatives)]
        assert all(0 <= s <= 1 for s in shares)
        assert sum(shares) <= 1.001
        assert shares == sorted(shares, reverse=True)


def test_demonyms_stand_for_their_country(resolver: Resolver) -> None:
    text = "Two Syrians and a Ukrainian were there."
    mentions = (
        Mention(4, 11, "Syrians", role="demonym"),
        Mention(18, 27, "Ukrainian", role="demonym"),
    )
    found = resolver.resolve(Document("1", text), mentions).resolutions
    assert names(list(found)) == [("Syria", "SY"), ("Ukraine", "UA")]


@pytest.mark.parametrize(
    ("host", "country", "found"),
    [
        ("www.oxfordmail.co.uk", "GB", ("oxford",)),
        ("theparisnews.com", "", ("paris",)),
        ("www.kyivpost.com", "", ("kyiv",)),
        ("www.fox32chicago.com", "", ("chicago",)),
        ("wacotrib.com", "", ("waco",)),
        ("lfpress.ca", "CA", ()),
        ("stats.example.io", "", ()),
        ("www.nytimes.com", "", ()),
        ("", "", ()),
    ],
)
def test_outlets_are_read_off_host_names(
    gazetteer: Gazetteer, host: str, country: str, found: tuple[str, ...]
) -> None:
    url = f"https://{host}/a/1" if host else ""
    outlet = OutletReader(gazetteer.names).read(Document("1", "", url=url))
    assert (outlet.countries, outlet.names) == ((country,), found)


@pytest.mark.parametrize(
    ("host", "is_carried"),
    [("www.athensmj.net", True), ("mjathens.net", False), ("athensworksnow.net", False)],
)
def test_initials_may_stand_behind_a_newspapers_town(
    gazetteer: Gazetteer, host: str, is_carried: bool
) -> None:
    document = Document("1", "", url=f"https://{host}/a/1")
    outlet = OutletReader(gazetteer.names).read(document)
    assert outlet.may_carry("athens") is is_carried


@pytest.mark.parametrize("url", ["http://[broken", "no address", "https://"])
def test_broken_addresses_say_nothing(gazetteer: Gazetteer, url: str) -> None:
    assert OutletReader(gazetteer.names).read(Document("1", "", url=url)) == Outlet()


def test_the_domain_decides_between_namesakes(resolver: Resolver) -> None:
    text = "A fire broke out in London on Monday."
    mentions = (Mention(20, 26, "London", confidence=0.95),)
    scores = {
        url: resolver.resolve(Document("1", text, url=url), mentions).resolutions[0]
        for url in ("", "https://paper.example.ca/1")
    }
    assert [r.place and r.place.country for r in scores.values()] == ["GB", "GB"]
    assert scores["https://paper.example.ca/1"].score < scores[""].score


def test_part_of_a_name_stands_for_the_whole(resolve: Resolve) -> None:
    text = "Pilgrims from [Manila] and [Quezon City] filled the [Manila Cathedral]."
    found = resolve(text)[2]
    assert found.place is not None
    assert (found.place.name, found.match) == ("Manila", "part")
    assert "part of it" in found.why


def test_peoples_stand_for_their_countries(resolve: Resolve) -> None:
    text = "[Kuwaitis], [Turks], [Filipinos] and [GERMANS] met [Pakistanis] and [Slovaks]."
    found = resolve(text, role="demonym")
    assert [country for _, country in names(found)] == ["KW", "TR", "PH", "DE", "PK", "SK"]
