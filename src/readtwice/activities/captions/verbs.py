"""One caption in code: put tags on its words, and see span by span how they meet the two readings.

course.caption("b12").tag({"ride": "seen", "Russian soldiers": "told"})
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from readtwice.marking import Case, Feedback, Outcome, UnreadableAnswer
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply, reply
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.activities.captions.widget import CaptionTagger
    from readtwice.pack.captions import Caption


class CaptionQuestion:
    """One caption: `words` to tag, `show` it as a widget, `tag` it in code."""

    def __init__(self, caption: Caption) -> None:
        self._caption = caption

    @property
    def words(self) -> list[str]:
        """The words of the caption, in order."""
        from readtwice.marking.caption_key import caption_words

        return [word.text for word in caption_words(session().pack.article, self._caption.block)]

    def show(self) -> CaptionTagger:
        """The caption as words to click."""
        from readtwice.activities.captions.widget import CaptionTagger

        return CaptionTagger(session(), [self._caption])

    def tag(self, tags: Mapping[str, str] | None) -> Reply:
        """Mark tags for exact words, in any order, and save them. None, or nothing tagged, is *not tried yet*."""
        from readtwice.activities.captions.widget import answer_caption, span_view, spans_html

        if not tags:
            line = say("captions.tag_first")
            return reply(Feedback(Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), line))
        try:
            marked, feedback = answer_caption(session(), self._caption, tags)
        except UnreadableAnswer as error:
            heading = say("heading.cannot_be_marked")
            return reply(Feedback(Outcome.CANNOT_BE_MARKED, Case.CANNOT_BE_MARKED, heading, str(error)))
        said = reply(feedback)
        lines = [f"“{view['text']}”. {view['line']}" for view in map(span_view, marked)]
        return Reply("\n".join((said.text, *lines)), said.html + spans_html(marked), feedback)

    def __repr__(self) -> str:
        return session().pack.article.quote(session().pack.article.block(self._caption.block))


def caption(block: str) -> CaptionQuestion:
    """A caption by its block, such as `caption("b12")`. Raises CourseError where nobody tagged such a caption."""
    (found,) = tagged_captions(block)
    return CaptionQuestion(found)


def captions(*blocks: str) -> CaptionTagger:
    """The caption tagger over all captions, or those named: `captions("b02", "b12")`."""
    from readtwice.activities.captions.widget import CaptionTagger

    return CaptionTagger(session(), tagged_captions(*blocks))


def tagged_captions(*blocks: str) -> list[Caption]:
    """The captions of the pack that have a key: those named, or all. Raises CourseError for one that has none."""
    known = {one.block: one for one in session().pack.captions}
    if not known:
        raise CourseError(say("error.captions.no_captions"))
    for block in blocks:
        if block not in known:
            raise CourseError(say("error.captions.no_caption", block=block, known=", ".join(known)))
    return [known[block] for block in dict.fromkeys(blocks or known)]


LESSON = {"pictures": captions}
