import pytest

from simulator.core.texts import Language, Measure, Phrase, Raw, Teller, Text, placeholders


def write(how: str, value: Raw, language: Language) -> str:
    return f"{value} {how}".strip()


def teller(language: Language, **words: Text) -> Teller:
    return Teller(words, write, language)


LETTERS = Text("{n:brev|breve} til {name}", "{n:letter|letters} to {name}")


def test_a_count_brings_its_noun() -> None:
    say = teller("da")
    assert say(LETTERS, n=1, name="Bo") == "1 brev til Bo"
    assert say(LETTERS, n=2, name="Bo") == "2 breve til Bo"


def test_the_word_alone_follows_the_count() -> None:
    assert teller("en")(Text("", "{n?was|were}"), n=0) == "were"


def test_a_format_is_the_texts_or_the_measures_own() -> None:
    say = teller("da")
    assert say(Text("{sum:kr}", ""), sum=100) == "100 kr"
    assert say(Text("{sum}", ""), sum=Measure(100, "kr")) == "100 kr"


def test_a_phrase_in_a_phrase_is_said_in_the_same_language() -> None:
    inner = Phrase(Text("katten", "the cat"))
    assert teller("en")(Phrase(Text("", "I see {what}"), {"what": inner})) == "I see the cat"


def test_a_word_is_looked_up_by_its_id() -> None:
    assert teller("da", **{"desk.inbox": Text("Indbakke", "Inbox")})("desk.inbox") == "Indbakke"


def test_a_placeholder_without_an_argument_stands_as_it_is() -> None:
    assert teller("da")(Text("{who}", "")) == "{who}"


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    assert teller("da")(Text("{a}", ""), a="{b}", b="x") == "{b}"


def test_the_placeholders_of_a_text_are_known() -> None:
    assert placeholders("{n:brev|breve} {sum:kr} {n?a|b}") == {"n", "sum"}


def test_an_abbreviation_at_the_end_of_a_sentence_ends_it() -> None:
    def write(how: str, value: Raw, language: Language) -> str:
        return f"{value} kr."

    say = Teller({}, write, "da")
    assert say(Text("Du får {sum}.", "You get {sum}."), sum=5) == "Du får 5 kr."
    assert say(Text("{sum} er meget.", "{sum} is much."), sum=5) == "5 kr. er meget."


def test_the_noun_follows_the_count_of_a_measure_too() -> None:
    brev = Text("{n:brev|breve}", "{n:letter|letters}")
    assert teller("da")(brev, n=Measure(1)) == "1 brev"
    assert teller("da")(brev, n=Measure(2)) == "2 breve"


def test_none_can_have_words_of_its_own() -> None:
    brev = Text("{n:ingen breve|brev|breve}", "{n:no letters|letter|letters}")
    assert [teller("da")(brev, n=n) for n in (0, 1, 2)] == ["ingen breve", "1 brev", "2 breve"]
    changed = Text("{n?ingenting|noget i #|noget i #}", "{n?nothing|something in #|something in #}")
    assert [teller("da")(changed, n=n) for n in (0, 1, 2)] == [
        "ingenting",
        "noget i 1",
        "noget i 2",
    ]


def test_a_label_within_a_sentence_begins_small_unless_it_is_a_name() -> None:
    say = teller("da")
    about = Text("om {fact:inside}", "")
    assert say(about, fact="Indkomst pr. måned") == "om indkomst pr. måned"
    assert say(about, fact="NemKonto") == "om NemKonto"
    assert say(about, fact="CPR-nummer") == "om CPR-nummer"


@pytest.mark.parametrize("words", ["Ja tak.", "«Ja tak.»", "“Ja tak.”"])
def test_what_was_said_stands_in_quotation_marks_once(words: str) -> None:
    answers = Text("{name}: {says:said}", "{name}: {says:said}")
    assert teller("da")(answers, name="Bo", says=words) == "Bo: «Ja tak.»"
    assert teller("en")(answers, name="Bo", says=words) == "Bo: “Ja tak.”"


def test_where_nothing_was_said_there_are_no_marks() -> None:
    rings = Text("Du har {name} i røret: {says:said}", "")
    assert teller("da")(rings, name="Bo", says="") == "Du har Bo i røret."
