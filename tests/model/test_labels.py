"""Words that deckgen puts on slides come in the slide's language."""

from __future__ import annotations

from pathlib import Path

from tests.kinds.talks import HEAD, build_deck, texts


def test_a_slide_in_another_language_has_that_languages_words(tmp_path: Path) -> None:
    head = HEAD.replace("slides:", "labels: {{source: 'Beleg:'}}\nslides:")
    slides = "- statement: A\n  source: x\n- statement: B\n  source: x\n  lang: en\n- closing:\n  lang: fr"
    deck = build_deck(tmp_path, slides, head=head)
    assert "Beleg: x" in texts(deck.slides[0])
    assert "Source: x" in texts(deck.slides[1])
    assert deck.slides[2].shapes.title.text_frame.text == "Merci."
