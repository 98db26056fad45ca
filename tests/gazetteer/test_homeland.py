from __future__ import annotations

import numpy as np

from gazetteer.homeland import homeland_table, looks_like

SLAVIC = ["novoshakhtinsk", "krasnoarmeysk", "novokuznetsk", "pavlohrad", "zaporizhzhia"]
FINNISH = ["jyvaskyla", "hameenlinna", "lappeenranta", "kouvola", "rovaniemi"]


def table() -> np.ndarray:
    countries = np.array([0] * len(SLAVIC) + [1] * len(FINNISH))
    return homeland_table([*SLAVIC, *FINNISH], countries, 2).reshape(-1, 2)


def test_a_spelling_speaks_for_the_country_whose_names_look_like_it() -> None:
    slavic, finnish = looks_like("krasnoshakhtinsk", table())
    assert slavic > finnish
    slavic, finnish = looks_like("lappeenlinna", table())
    assert finnish > slavic


def test_names_of_other_scripts_speak_for_no_country() -> None:
    assert not looks_like("حلب", table()).any()
    counted = homeland_table(["حلب"], np.array([0]), 1)
    assert not counted.any()


def test_the_gazetteers_own_table_tells_ukrainian_names(gazetteer) -> None:  # type: ignore[no-untyped-def]
    countries = gazetteer.rows.countries
    own = gazetteer.index["homeland"].reshape(-1, len(countries))
    looks = looks_like("nyzjnja krynka", own)
    assert looks[countries.index("UA")] > looks[countries.index("ES")]
