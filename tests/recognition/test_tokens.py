"""Tokens: offsets always point at what the words say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geomap.recognition.tokens import split_tokens

_PIECES = st.sampled_from(
    ["Kyiv", "’s", "'s", "U.S.", "St.", "-", "#Lviv", "#", "#FreeKyivNow", "@user", "\n", " ",
     ".", "48.5°", "🙂", "\0", "Łódź", "Бахмут", "حلب", "O'Hara", "I’ve", "B12",
     "https://example.org/a", "“", "”", "\u2028"]
)  # fmt: skip


@given(st.text(max_size=200) | st.lists(_PIECES, max_size=30).map("".join))
def test_words_are_the_text_at_their_offsets(text: str) -> None:
    tokens = split_tokens(text)
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert all(s < e for s, e in zip(tokens.starts, tokens.ends, strict=True))
    assert tokens.starts == sorted(tokens.starts)


@given(st.text(max_size=200))
def test_only_space_is_left_out_between_words(text: str) -> None:
    tokens = split_tokens(text)
    bounds = zip([0, *tokens.ends], [*tokens.starts, len(text)], strict=True)
    assert all(not any(c.isalnum() for c in text[a:b]) for a, b in bounds)


def test_possessives_hyphens_abbreviations_and_hashtags_are_cut_as_names_need() -> None:
    words = split_tokens("Chad’s U.S. envoy, St. Kitts' Oslo-Bergen #Lviv we’ve").words
    assert words == [
        "Chad", "’s", "U.S.", "envoy", ",", "St.", "Kitts", "'", "Oslo", "-", "Bergen",
        "#", "Lviv", "we", "’ve",
    ]  # fmt: skip


def test_a_sentence_opens_after_a_stop_and_on_a_new_line_but_not_after_an_abbreviation() -> None:
    tokens = split_tokens("Dr. Ode left. Snow fell\nRain")
    opening = [w for w, opens in zip(tokens.words, tokens.opens, strict=True) if opens]
    assert opening == ["Dr.", "Snow", "Rain"]


def test_abbreviations_in_capitals_and_of_several_persons_are_none_either() -> None:
    tokens = split_tokens("ST. PETERSBURG. Sens. Ann Boyd and Cpl. Li of Mill Twp. met in W. VA.")
    opening = [word for word, opens in zip(tokens.words, tokens.opens, strict=True) if opens]
    assert opening == ["ST.", "Sens."]
    assert tokens.words[-1] == "W. VA."


def test_states_in_capitals_parted_initials_and_v_end_no_sentence() -> None:
    tokens = split_tokens("ROLLA, MO., May 2. At Bern, N. C., Wells v. Ashby was heard.")
    opening = [word for word, opens in zip(tokens.words, tokens.opens, strict=True) if opens]
    assert opening == ["ROLLA", "At"]
    assert {"MO.", "N.", "C.", "v."} <= {*tokens.words}


def test_a_wrapped_line_goes_on_with_its_sentence() -> None:
    text = (
        "The ferry with forty people on board left the harbour of New\n"
        "York in the early hours and sailed up the river to the town of\n"
        "its builders, who had waited for it since the end of the spring\n"
        "and now lit a fire.\n\nRain fell"
    )
    tokens = split_tokens(text)
    opening = [w for w, opens in zip(tokens.words, tokens.opens, strict=True) if opens]
    assert opening == ["The", "Rain"]


def test_states_run_together_are_cut_like_others() -> None:
    assert split_tokens("W. Va.W. Va. (W. Va.)").words == [
        "W. Va.", "W. Va.", "(", "W. Va.", ")"
    ]  # fmt: skip


def test_marks_of_arabic_letters_are_within_words() -> None:
    assert split_tokens("Rufā‘a, Maʿlūlā and Saʾda").words == [
        "Rufā‘a",
        ",",
        "Maʿlūlā",
        "and",
        "Saʾda",
    ]
