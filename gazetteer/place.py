"""A place: one entry of a gazetteer, and the words for what kind of thing it is."""

from __future__ import annotations

from dataclasses import dataclass

#: Feature codes (GeoNames, https://www.geonames.org/export/codes.html) of places that are
#: areas: a map must not draw them as a pin.
AREA_CODES = frozenset(
    "CONT RGN RGNE RGNH PCLI PCLD PCLS PCLF PCLIX PCLH TERR ZN PCL "
    "ADM1 ADM2 ADM3 ADM4 ADM5 ADMD ADM1H ADM2H ADM3H "
    "OCN SEA GULF BAY STRT CHN LK LKS RSV ISL ISLS PEN MTS DSRT FRST PLN PLAT VAL CST".split()
)

#: Feature codes of sovereign states, dependencies and territories.
COUNTRY_CODES = frozenset("PCLI PCLD PCLS PCLF PCLIX PCL TERR".split())


@dataclass(frozen=True, slots=True)
class Place:
    """One gazetteer entry.

    ``id`` is the GeoNames id in digits, or ``source:id`` for places GeoNames does not have.
    ``lat, lon`` are degrees (WGS 84). ``country`` is ISO 3166-1 alpha-2, empty for places in
    no single country. ``admin1`` and ``admin2`` are GeoNames codes inside the country, and
    ``path`` the names they stand for, smallest first: ``("Belgorod Oblast", "Russia")``.
    ``radius_km`` is 0 for points, else the radius of a circle of about the same area.
    """

    id: str
    name: str
    country: str
    admin1: str
    admin2: str
    feature_class: str
    feature_code: str
    lat: float
    lon: float
    population: int
    radius_km: float
    path: tuple[str, ...] = ()

    @property
    def geonameid(self) -> int | None:
        """The GeoNames id, or None for a place of another source."""
        return int(self.id) if self.id.isdigit() else None

    @property
    def is_area(self) -> bool:
        """Whether the place is a region, country, water body... rather than a spot."""
        return self.feature_code in AREA_CODES or self.feature_code.startswith("STM")

    @property
    def is_country(self) -> bool:
        """Whether the place is a sovereign state, dependency or territory."""
        return self.feature_code in COUNTRY_CODES
