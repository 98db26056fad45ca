"""Kind words: designators of other languages than English, as they stand beside names in texts."""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.designators import kinds_of_word

#: By the English designator that asks for the same kinds, lower-cased, in the cases that they are
#: met in.
_WORDS = {
    "province": """provincia província provinz provincie provinsi prowincja prowincji provincije
        провінція провінції провинция провинции إقليم ولاية محافظة""",
    "region": """región région regione região regio regionul regija oblast gebiet bundesland obwód
        obwodu obwodzie województwo województwa województwie область області областю области
        областью край краю края регіон регіоні регион регионе departamento מחוז""",
    "district": """distrito distretto arrondissement département cercle concelho kreis landkreis
        bezirk powiat powiatu powiecie gmina gminie județul județului ilçe ilçesi ilçesinde
        ilçesinin
        район району районі районом района районе округ округе okrug okrugu srez opština opštini
        općina općini општина општини قضاء ناحية مديرية נפת""",
    "city": """ciudad cidade città ville stadt oraș orașul orașului municipiul miasto miasta mieście
        місто міста місті город города городе град града граду grad grada gradu kenti stad مدينة
        העיר""",
    "village": """pueblo aldea aldeia vila villaggio frazione village dorf wieś wsi satul comuna
        село
        села селі селе селище селища селищі деревня деревни деревне посёлок посёлке поселок поселке
        станица станице selo sela selu köyü dorp قرية بلدة""",
    "river": """río rio fiume rivière fleuve fluss rzeka rzeki rzece rzeką râul râului річка річки
        річці река реки реке рекой reka reke reci nehri rivier نهر""",
    "lake": """lago lac lacul see meer jezioro jeziora jeziorze озеро озера озері озере jezero gölü
        بحيرة""",
    "island": """isla ilha isola île insel insula eiland wyspa wyspy wyspie острів острова острові
        остров острове ostrvo otok adası جزيرة""",
}
_ENGLISH = {word: english for english, words in _WORDS.items() for word in words.split()}
#: What may stand between a kind word and the name: "provincia de Salta", "préfecture de l'Ain".
_SMALL = frozenset(
    "de do da du des d' del della dello dei di von van la le l' el al the of".split()
)
_MOST_SMALL = 2
_WORD = re.compile(r"[^\W\d_]+['’]?")
_NEXT = re.compile(r"(?:['’]\w+)?\s+(\w+)")
_REACH = 40


def kinds_beside(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the kinds of place that the words beside a name ask for; empty without such.

    Examples
    --------
    >>> kinds_beside("en la provincia de Salta", 19, 24)[0], kinds_beside("en Salta", 3, 8)
    ('ADM1', ())
    """
    behind = _NEXT.match(text, end)
    if behind and (kinds := _kinds(behind[1])):
        return kinds
    before = [
        w.lower().replace("’", "'") for w in _WORD.findall(text[max(0, start - _REACH) : start])
    ]
    for _ in range(_MOST_SMALL):
        if before and before[-1] in _SMALL:
            before.pop()
    gap = text[max(0, start - 1) : start]
    return _kinds(before[-1]) if before and (gap.isspace() or gap in ("'", "’")) else ()


@lru_cache(maxsize=4096)
def _kinds(word: str) -> tuple[str, ...]:
    return kinds_of_word(_ENGLISH.get(word.lower(), ""))
