"""The language of a text is told, and places are found in it with their endings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition import Recogniser
from geomap.recognition.finer_tokens import split_elisions
from geomap.recognition.languages import guess_language
from geomap.recognition.tokens import split_tokens


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser.load(gazetteer.names)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Moscow denied the claim.", "en"),
        ("Rain fell on Lviv.", "en"),
        ("Kyiv", "en"),
        ("Police in Bogotá arrested João Lourenço in São Paulo.", "en"),
        ("Offices: Aarhus, Bergen, Gdańsk, Ghent, Leipzig, Malmö, Poznań.", "en"),
        ("Der Zug nach Hamburg fuhr erst am Abend ab, weil es geschneit hatte.", "de"),
        ("Des milliers de personnes ont manifesté hier dans les rues de Lyon.", "fr"),
        ("Un terremoto sacudió la madrugada del lunes el sur del país.", "es"),
        ("Il treno è arrivato a Milano con due ore di ritardo per la neve.", "it"),
        ("As chuvas fortes deixaram pelo menos doze mortos no sul do país.", "pt"),
        ("Strażacy walczyli z ogniem do rana, a szkoły zostały zamknięte.", "pl"),
        ("Поїзд зупинився на станції вночі, бо не було світла.", "uk"),
        ("Поезд остановился ночью, потому что не было света.", "ru"),
        ("وصل القطار مساء اليوم", "ar"),
        ("Воз је стао ноћу, јер није било струје, а људи су чекали до јутра.", "sr"),
        ("Vatrogasci su cijelu noć gasili požar, a škole su danas ostale zatvorene.", "hr"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_plain_english_is_told_without_the_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError

    monkeypatch.setattr("geomap.recognition.languages._load_identifier", refuse)
    assert guess_language("The bridge that was closed on Monday is open from today. " * 6) == "en"
    with pytest.raises(AssertionError):
        guess_language("Der Zug nach Hamburg fuhr erst am Abend ab. " * 6)


def test_a_stated_language_wins() -> None:
    assert guess_language("Halle, Essen, Hof", hint="de-DE") == "de"


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Er reiste aus der Region Donezk nach Linz.", "de", {"Donezk", "Linz"}),
        ("Il vient d'Avignon et va en Côte d'Ivoire, via l'Allemagne.", "fr",
         {"Avignon", "Côte d'Ivoire", "Allemagne"}),
        ("Un feu près d'Aix-en-Provence, dans les Bouches-du-Rhône.", "fr",
         {"Aix-en-Provence", "Bouches-du-Rhône"}),
        ("Mme Florence Lille habite à Bourges.", "fr", {"Bourges"}),
        ("La señora Victoria León vive en Tacna.", "es", {"Tacna"}),
        ("Il signor Marino Como vive vicino a Lugano.", "it", {"Lugano"}),
        ("A cidade de Pemba recebeu ajuda de Lisboa.", "pt", {"Pemba", "Lisboa"}),
        ("Pojechali do Zielonej Góry, we Wrocławiu padało.", "pl", {"Zielonej Góry", "Wrocławiu"}),
        ("Na granicy z Białorusią, koło Białegostoku.", "pl", {"Białorusią", "Białegostoku"}),
        ("У Кривому Розі та біля Кривого Рогу сніг.", "uk", {"Кривому Розі", "Кривого Рогу"}),
        ("Роман Шевченко живе в Одесі.", "uk", {"Одесі"}),
        ("Поезд из Владимира. Владимир Орлов ждёт Владимира Белова.", "ru", {"Владимира"}),
        ("Na Śląsku i w Stanach Zjednoczonych wieje, do Niemiec daleko.", "pl",
         {"Śląsku", "Stanach Zjednoczonych", "Niemiec"}),
        ("Бої тривають поблизу Грайворона.", "uk", {"Грайворона"}),
        ("Поезда между Москвой и Нижним Новгородом.", "ru", {"Москвой", "Нижним Новгородом"}),
        ("Жители Екатеринбурга остались без тепла.", "ru", {"Екатеринбурга"}),
        ("В Ростовской области шли дожди.", "ru", {"Ростовской области"}),
        ("Pablo Cáceres marcó en Cuenca. Cáceres celebró con su abuela.", "es", {"Cuenca"}),
        ("Lo dijo Toledo Ruiz tras el partido de Zafra.", "es", {"Zafra"}),
        ("L'entraîneur Rodez salue la victoire. Le match aura lieu à Albi.", "fr", {"Albi"}),
        ("Faenza. Un ponte è crollato ieri notte.", "it", {"Faenza"}),
        ("Strada chiusa a Norcia. Norcia resta isolata.", "it", {"Norcia"}),
        ("Prezydent Ukrainy przyjął w Szprotawie trenera. Prezydent Sanok milczał.", "pl",
         {"Ukrainy", "Szprotawie"}),
        ("Мэр Твери встретил тренера Суздаля.", "ru", {"Твери", "Суздаля"}),
        ("Otobüs Kayseri'den Niğde'ye gitti, vali Tokat bekledi.", "tr", {"Kayseri", "Niğde"}),
        ("Voz iz Subotice stigao je u Novi Sad i krenuo prema Kraljevu.", "hr",
         {"Subotice", "Novi Sad", "Kraljevu"}),
        ("Воз из Суботице стигао је у Краљево.", "sr", {"Суботице", "Краљево"}),
        ("Trenul din Bacău merge spre Roman.", "ro", {"Bacău", "Roman"}),
        ("Президент Молдови Мая Санду прибула до Одеси. Адвокат Орлов чекає.", "uk",
         {"Молдови", "Одеси"}),
        ("Мер Житомира Сергій Сухомлин мовчить.", "uk", {"Житомира"}),
        ("Наша «Лада» сломалась под Клином.", "ru", {"Клином"}),
        ("Die Strecke Celle-Uelzen ist frei, in Celle hält kein Zug.", "de",
         {"Celle", "Uelzen"}),
        ("Vivo en Viña del Mar. Juan nació en Talca.", "es", {"Viña del Mar", "Talca"}),
        ("Холод на Вінниччині та Сумщині.", "uk", {"Вінниччині", "Сумщині"}),
        ("Шторм над Чорним морем.", "uk", {"Чорним морем"}),
        ("GRAVE ACCIDENTE EN TARANCÓN: DOS HERIDOS\nFue cerca de Motilla.", "es", {"TARANCÓN"}),
        ("La Unión Europea ayuda a Sucre.", "es", {"Unión Europea", "Sucre"}),
        ("Il habite rue de Bourges, près de Dole.", "fr", {"Dole"}),
        ("Le vin vient du Cher et de la Loire.", "fr", {"Loire"}),
        ("W Hradcu, Sosnowcu, Toruniu i Hadze padało.", "pl",
         {"Hradcu", "Sosnowcu", "Toruniu", "Hadze"}),
        ("Na Górnym Śląsku stoi woda.", "pl", {"Górnym Śląsku"}),
        ("Mecz Górnika Wałbrzych odwołano, pociągi z Wałbrzycha stoją.", "pl", {"Wałbrzycha"}),
        ("В Шанхае и Ростове-на-Дону жарко, в Уфе снег.", "ru",
         {"Шанхае", "Ростове-на-Дону", "Уфе"}),
        ("Жители деревни Кочкарлей и хутора Верхоблик ждут.", "ru", {"Кочкарлей", "Верхоблик"}),
        ("La route de Saint-Rémy-lès-Chevreuse à Saint-Jean-de-Luz est coupée.", "fr",
         {"Saint-Rémy-lès-Chevreuse", "Saint-Jean-de-Luz"}),
        ("Le hameau de Kerzivin brûle, le maire du Creusot est venu.", "fr",
         {"Kerzivin", "Creusot"}),
        ("El pueblo Mokanawa protestó en la aldea de Xepolcito.", "es", {"Xepolcito"}),
        ("Im Dorf Kleinwurzow brannte es. Die Gemeinde Neuendorf hilft.", "de",
         {"Kleinwurzow", "Neuendorf"}),
        ("قصف الطيران قرية كفرزبدين وقرية صغيرة في ريف إدلب", "ar", {"كفرزبدين", "إدلب"}),
        ("Ворог обстріляв Суханівку, Михайло Терново поранений.", "uk", {"Суханівку"}),
        ("Hasiči z Prahy a Slaného zasahovali v Kladně, starosta Jan Most děkoval.", "cs",
         {"Prahy", "Slaného", "Kladně"}),
        ("V Mladé Boleslavi a v Českých Budějovicích pršelo, v Plzni ne.", "cs",
         {"Mladé Boleslavi", "Českých Budějovicích", "Plzni"}),
        ("인천에서 부산으로 가는 열차가 멈췄다.", "ko", {"인천", "부산"}),
        ("काठमांडू में बाढ़ से लोग मारे गए। पटना में अलर्ट है।", "hi", {"काठमांडू", "पटना"}),
        ("قصف الطيران بلدة كفرصاد الغربي وقرية كفرزبدين الحدودية", "ar",
         {"كفرصاد الغربي", "كفرزبدين"}),
        ("Der Iran schweigt, die Krim brennt, im Harz liegt Schnee, der Essen ist gut.", "de",
         {"Iran", "Krim", "Harz"}),
        ("У Лозовій та Надвірної сніг, до Верховини не доїхати.", "uk",
         {"Лозовій", "Надвірної", "Верховини"}),
        ("Les rebelles ont pris Solenzo et Zibawéogo. À Narbonne, Zibaut a parlé.", "fr",
         {"Solenzo", "Zibawéogo", "Narbonne"}),
        ("Der Bürgermeister von Hausach und die Rede von Hausach.", "de", {"Hausach"}),
        ("Vali Yavuz Şahin Ankara'ya gitti, Ali'ye baktı.", "tr", {"Ankara"}),
        ("В Новом Уренгое мороз.", "ru", {"Новом Уренгое"}),
        ("Essen ist fertig. Der Zug fuhr nach Essen.", "de", {"Essen"}),
        ("Die Wirtin Lotte Kassel lobte Sachsens Wein.", "de", {"Sachsens"}),
        ("وصلت القافلة إلى عمّان", "ar", {"عمّان"}),
        ("وصل النائب كريم البصري إلى الفلوجة", "ar", {"الفلوجة"}),
        ("ونزح السكان من إدلب وحماة إلى ريف اللاذقية", "ar", {"إدلب", "وحماة", "اللاذقية"}),
        ("האונייה הפליגה מנמל חיפה ללימסול, ובאשדוד חיכו לה יומיים. בבית הקפה ישב איש זקן.", "he",
         {"חיפה", "ללימסול", "ובאשדוד"}),
    ],
)  # fmt: skip
def test_places_are_found_with_what_is_joined_to_them(
    recogniser: Recogniser, text: str, language: str, places: set[str]
) -> None:
    found = recogniser.find_mentions(Document("1", text, language=language))
    assert {m.text for m in found} == places


@settings(max_examples=40)
@given(
    text=st.text(st.sampled_from("AdlÉé’' -Дdomм.\nحe"), max_size=60),
    language=st.sampled_from(["de", "fr", "it", "pl", "uk", "ar", "zh"]),
)
def test_mentions_are_spans_of_the_text(recogniser: Recogniser, text: str, language: str) -> None:
    for mention in recogniser.find_mentions(Document("1", text, language=language)):
        assert text[mention.start : mention.end] == mention.text


@given(st.text(st.sampled_from("lLdD’'aAé .\n"), max_size=40))
def test_elisions_are_cut_where_the_text_says(text: str) -> None:
    tokens = split_elisions(split_tokens(text))
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
