"""Twins: who sees which state of a card, and that nothing but its words differs."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from readtwice.pack import Pack, load_pack
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.compiled import COMPILED, all_packs, compiled, from_json, home_of
from readtwice.pack.compiled_article import plain_article, quotes_of, quotes_with
from readtwice.pack.draw import RECORD, alone, article_with, changed_pieces, dealt, drawn, variants
from readtwice.pack.item import STATES, Item
from tests.steps import with_steps

SLUGS = ("form-a", "form-b", "one-shot-cards", "fresh-text")
PACKS = {slug: load_pack(slug) for slug in SLUGS}
LEARNERS = [f"{number * 7919:010x}" for number in range(400)]
TWINS = [(slug, item) for slug, pack in PACKS.items() for item in pack.twins]

each_pack = pytest.mark.parametrize("pack", PACKS.values(), ids=SLUGS)
each_twin = pytest.mark.parametrize(("slug", "item"), TWINS, ids=[item.id for _, item in TWINS])


def halves(pack: Pack) -> dict[str, list[str]]:
    assert pack.form
    found: dict[str, list[str]] = {}
    for card in pack.form.cards:
        found.setdefault(pack.form.story(card.story).half, []).append(card.item)
    return found


def state_of(pack: Pack, chosen: dict[str, Item], card: str) -> str:
    return chosen.get(card, pack.item(card)).state


@each_pack
def test_every_measuring_card_is_there_clean_and_flawed(pack: Pack) -> None:
    assert pack.form
    assert len(pack.form.cards) >= 8
    for card in pack.form.cards:
        states = [item.state for item in variants(pack, card.item)]
        assert len(set(states)) == len(states)
        assert {"clean", "flawed"} <= set(states)


@pytest.mark.long
@each_pack
def test_as_many_are_flawed_as_is_promised_and_never_the_same_number(pack: Pack) -> None:
    for cards in halves(pack).values():
        counts = Counter(
            sum(state_of(pack, chosen, card) == "flawed" for card in cards)
            for chosen in (dealt(pack, learner) for learner in LEARNERS)
        )
        low, high = len(cards) * 3 // 8, -(-len(cards) * 5 // 8)
        assert set(counts) == set(range(low, high + 1))
        assert min(counts.values()) > 0.7 * len(LEARNERS) / len(counts)


@each_pack
def test_no_card_is_mostly_in_one_state_and_two_cards_tell_nothing_of_each_other(pack: Pack) -> None:
    flawed = {card: [] for cards in halves(pack).values() for card in cards if len(variants(pack, card)) > 1}
    for learner in LEARNERS:
        chosen = dealt(pack, learner)
        for card, seen in flawed.items():
            seen.append(chosen[card].is_flawed)
    shares = {card: sum(seen) / len(LEARNERS) for card, seen in flawed.items()}
    assert all(0.35 < share < 0.65 for share in shares.values()), shares
    for one, other in combinations(flawed, 2):
        both = sum(a and b for a, b in zip(flawed[one], flawed[other], strict=True)) / len(LEARNERS)
        assert abs(both - shares[one] * shares[other]) < 0.15, (one, other)


@pytest.mark.long
def test_of_the_cards_that_open_or_end_a_lesson_none_one_or_all_are_flawed_and_one_tells_nothing_of_the_next() -> None:
    """Once it was drawn how many are flawed: who had the first right knew the second in 59 of 100."""
    together: Counter[tuple[str, str]] = Counter()
    flawed: Counter[int] = Counter()
    for pack in (pack for pack in all_packs().values() if pack.twins):
        for learner in LEARNERS:
            sets: dict[tuple[str, str], list[str]] = {}
            for item in dealt(pack, learner).values():
                if item.use in ("recall", "exit"):
                    sets.setdefault((item.lesson, item.use), []).append(item.state)
            pairs = [states for states in sets.values() if len(states) == 2]
            together.update((first, second) for first, second in pairs)
            flawed.update(states.count("flawed") for states in pairs)
    every = together.total()
    assert every > 5_000
    assert all(flawed[many] > every / 7 for many in range(3)), flawed
    for first in STATES:
        mine = sum(together[first, state] for state in STATES)
        for second in STATES:
            expected = sum(together[state, second] for state in STATES) / every
            assert abs(together[first, second] / mine - expected) < 0.03, (first, second)


def test_a_draw_is_the_same_everywhere() -> None:
    """What a code was given for must be read so for ever: this draw stands in this test."""
    found = dealt(PACKS["form-a"], "0123456789")
    assert {card: item.state for card, item in found.items() if card.startswith(("ferry", "library"))} == DRAWN


DRAWN = {
    "ferry-guests": "clean",
    "ferry-pier": "flawed",
    "ferry-starter": "flawed",
    "ferry-year": "clean",
    "library-grateful": "flawed",
    "library-hours": "clean",
    "library-plan": "clean",
    "library-share": "clean",
}


@each_pack
def test_whoever_draws_finds_each_card_whole(pack: Pack) -> None:
    for learner in LEARNERS[:60]:
        chosen = dealt(pack, learner)
        told = drawn(pack, chosen)
        assert told.form
        assert pack.form
        assert [told.item(card.item).card for card in told.form.cards] == [card.item for card in pack.form.cards]
        for card in told.form.cards:
            item = told.item(card.item)
            assert all(told.article.quote(one.span) == one.text for side in item.sides for one in side)
            assert all(told.article.quote(one.span) == one.text for one in item.targets)
            story = told.form.story(card.story)
            text = " ".join(told.article.quote(block) for block in blocks_of(told.article, story.part))
            assert card.decided_by in (story.box if item.judged_by == "box" else text)
            assert bool(card.decided_by) == (item.state != "open")
            assert item.is_flawed or card.tilt == "neither"
        assert {item.id for item in told.items} == {chosen.get(item.id, item).id for item in pack.items}


@each_twin
def test_twins_are_alike_but_for_the_words_that_make_the_fault(slug: str, item: Item) -> None:
    pack = PACKS[slug]
    other = pack.item(item.card)
    assert (item.kind, item.topic, item.prompt, item.judged_by) == (
        other.kind,
        other.topic,
        other.prompt,
        other.judged_by,
    )
    length, printed = (sum(len(quote.text) for quote in one.shown) for one in (item, other))
    assert abs(length - printed) <= 8, "what is marked is as long"
    told = alone(pack, item)
    changed = [
        (block.id, told.article.quote(block))
        for block in told.article.blocks
        if told.article.quote(block) != pack.article.quote(pack.article.block(block.id))
    ]
    assert item.twin
    assert {block for block, _ in changed} <= {change.where for change in item.twin.words} - {RECORD}
    words = sum(len(change.told.split()) for change in item.twin.words)
    assert words <= 20


@each_pack
def test_a_compiled_pack_has_its_twins(pack: Pack) -> None:
    again = from_json(compiled(pack), "again")
    assert again.twins == pack.twins
    assert compiled(again) == compiled(pack)
    assert pack.twins
    assert all(item.twin for item in pack.twins)
    assert not any(item.twin for item in pack.items)


@pytest.mark.long
@each_pack
def test_no_rule_that_always_says_the_same_gets_far(pack: Pack) -> None:
    """Over many learners, always clean and always flawed are right about as often, and never above five of eight."""
    for cards in halves(pack).values():
        flawed = sum(state_of(pack, dealt(pack, learner), card) == "flawed" for learner in LEARNERS for card in cards)
        assert 0.45 < flawed / len(LEARNERS) / len(cards) < 0.55


@pytest.mark.long
def test_a_twins_quotes_stand_where_they_stand_in_the_article_with_its_words() -> None:
    seen = 0
    for pack in all_packs().values():
        pieces = {block["id"]: block["text"] for block in plain_article(pack.article)["blocks"]}
        for twin in pack.twins:
            assert twin.twin
            whole = quotes_of(article_with(pack.article, twin.twin.words))
            changed = changed_pieces(pieces, twin.twin.words)
            quick = quotes_with(pack.article, pieces, changed)
            for one in (*twin.targets, *(quote for side in twin.sides for quote in side)):
                assert whole({one.block: one.text}) == one == quick({one.block: one.text}), (pack.slug, twin.id)
                seen += 1
            for block in pieces:  # and every sentence of the text, before and behind the changed words
                after = changed.get(block, pieces[block])
                for sentence in after[1::2]:
                    if "".join(after).count(sentence) == 1:
                        assert whole({block: sentence}) == quick({block: sentence}), (pack.slug, twin.id)
    assert seen > 100


def test_a_lesson_does_not_wait_for_a_hundred_articles() -> None:
    """Each card with a twin once had the whole text taken apart and put together again for it."""
    source = (home_of("short-stories") / COMPILED).read_bytes()
    pack, steps = with_steps(lambda: from_json(source, "stories", proven=True))
    assert steps < 400 * len(pack.twins)
