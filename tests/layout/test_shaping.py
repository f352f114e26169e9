"""Text to glyphs: nothing lost, nothing doubled, each letter in a font that has it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.page import GlyphRun, Span
from imhtrainer.layout.shaping import cut, grapheme_starts, itemise, shape_text
from imhtrainer.resources import resource_path

ALPHABET = (
    "abc ABC fi ti éß ’–—-.,;()/ 0123\u00a0\u200b\u200d\u0301"
    "محمد شركة ١٢ שרה ָ श्रीक्ष ত্বিক น้ำ አበበ 王小明さくら김민준 Ωж 😀👩‍👧"
)
texts = st.text(alphabet=ALPHABET, max_size=40)
LIBRARY = FontLibrary(resource_path("fonts"))


def faces(text: str) -> list[str]:
    return [shaped.item.face.key for shaped in shape_text(LIBRARY, [Span(text)]).items]


@given(texts)
@settings(max_examples=200)
def test_items_cover_the_text_without_gap_or_overlap(text: str) -> None:
    items = itemise(LIBRARY, [Span(text)], base=0)
    assert [item.start for item in items[1:]] == [item.end for item in items[:-1]]
    assert not text or (items[0].start, items[-1].end) == (0, len(text))


@given(texts)
@settings(max_examples=200)
def test_widths_add_up_and_clusters_lie_inside_their_item(text: str) -> None:
    shaped = shape_text(LIBRARY, [Span(text, size=20)])
    total = sum(sum(item.advances) for item in shaped.items)
    assert shaped.prefix[-1] == pytest.approx(total)
    assert len(shaped.prefix) == len(text) + 1
    for item in shaped.items:
        assert all(item.item.start <= cluster < item.item.end for cluster in item.clusters)
        assert len(item.glyphs) == len(item.advances) == len(item.offsets) == len(item.clusters)


@given(texts)
@settings(max_examples=100)
def test_no_glyph_is_missing_unless_it_is_said_so(text: str) -> None:
    for item in shape_text(LIBRARY, [Span(text)]).items:
        assert item.item.missing == (0 in item.glyphs)


@given(st.text(alphabet="ab cd ef-", min_size=1, max_size=30), st.data())
@settings(max_examples=100)
def test_two_cuts_hold_the_glyphs_of_the_whole(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    shaped = shape_text(LIBRARY, [Span(text)])
    (item,) = shaped.items
    left, right = cut(item, text, 0, at), cut(item, text, at, len(text))
    assert (left.text, right.text) == (text[:at], text[at:])
    assert left.glyphs + right.glyphs == item.glyphs
    assert left.width + right.width == pytest.approx(shaped.prefix[-1])


def test_latin_text_is_one_run_in_the_styles_own_font() -> None:
    assert faces("“Serve” – and return…") == ["carlito/Carlito-Regular.ttf"]


def test_every_span_is_shaped_in_its_own_style() -> None:
    spans = [Span("Step out. ", bold=True), Span("No reason needed.")]
    items = shape_text(LIBRARY, spans).items
    assert [item.item.span for item in items] == spans
    assert [item.item.face.bold for item in items] == [True, False]


def test_a_word_is_set_in_one_face_where_the_styles_own_has_some_of_its_letters() -> None:
    spans = [Span("Παπαδοπούλου", family="head")]
    (item,) = shape_text(LIBRARY, spans).items
    assert item.item.face.key.startswith("noto/")


def test_brackets_around_another_script_stay_in_the_styles_own_font() -> None:
    items = shape_text(LIBRARY, [Span("Anna (سارة) Müller", family="head")]).items
    assert [item.item.face.family for item in items] == ["head", "fallback", "head", "head"]


def test_bold_arabic_is_bold() -> None:
    (item,) = shape_text(LIBRARY, [Span("محمد", bold=True)]).items
    assert item.item.face.key == "noto/NotoSansArabic-Bold.ttf"


def test_a_space_stays_in_the_font_of_the_word_before_it() -> None:
    assert faces("محمد عبد الرحمن") == ["noto/NotoSansArabic-Regular.ttf"]


def test_japanese_names_take_japanese_ideographs() -> None:
    assert faces("田中さくら") == ["noto/NotoSansJP-Regular.ttf"]
    assert faces("王小明") == ["noto/NotoSansSC-Regular.ttf"]


def test_a_decomposed_letter_stays_in_the_styles_font() -> None:
    (item,) = shape_text(LIBRARY, [Span("Jose\u0301")]).items
    assert item.item.face.key == "carlito/Carlito-Regular.ttf"
    assert len(item.glyphs) == 4


def test_vietnamese_marks_need_no_other_font() -> None:
    assert faces("Nguyễn Thị Ánh Tuyết") == ["carlito/Carlito-Regular.ttf"]


def test_an_emoji_is_one_missing_box_with_its_text() -> None:
    family = "👩\u200d👧"
    before, box, after = shape_text(LIBRARY, [Span(f"a{family}b")]).items
    run = cut(box, f"a{family}b", 0, 10)
    assert (run.missing, run.glyphs, run.text) == (True, (0,), family)
    assert run.width > 5
    assert not before.item.missing
    assert not after.item.missing


def test_right_to_left_glyphs_are_in_drawing_order() -> None:
    run = only_run("שרה")
    assert run.right_to_left
    assert run.clusters == (2, 1, 0)


def test_devanagari_moves_the_vowel_before_its_consonant() -> None:
    run = only_run("कि")
    assert len(run.glyphs) == 2
    assert run.clusters == (0, 0)


def test_arabic_letters_join() -> None:
    alone = {only_run(letter).glyphs for letter in "محمد"}
    assert not {(glyph,) for glyph in only_run("محمد").glyphs} <= alone


@pytest.mark.parametrize(
    ("text", "starts"),
    [("abc", [0, 1, 2]), ("e\u0301a", [0, 2]), ("👩\u200d👧x", [0, 3]), ("👍🏽", [0]), ("", [])],
)
def test_marks_and_joiners_belong_to_the_letter_before(text: str, starts: list[int]) -> None:
    assert grapheme_starts(text) == starts


def only_run(text: str) -> GlyphRun:
    (item,) = shape_text(LIBRARY, [Span(text)]).items
    return cut(item, text, 0, len(text))
