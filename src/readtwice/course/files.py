"""What was written, as a file: in code, or by buttons that hand it over."""

from __future__ import annotations

from pathlib import Path

from readtwice.page.elsewhere import hint
from readtwice.page.exports import Exports
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply, told
from readtwice.words import say


def export(format: str, claim_id: str = "", folder: str | Path = ".", url: str = "") -> Reply:
    """Write your fact-checks, or your marks, to a file beside the notebook. Never writes over another file.

    `format` is html, claimreview, annotations, markdown or csv. A ClaimReview holds one review, and takes the `url` at
    which you published it. Raises CourseError for another format, where there is nothing to export yet, and where the
    folder cannot be written to.
    """
    from readtwice.publish import SUFFIX, NothingToExport, free_name, left_out, write_text
    from readtwice.publish import export as exported

    if format not in SUFFIX:
        raise CourseError(say("error.course.no_format", format=format, known=", ".join(SUFFIX)))
    try:
        text = exported(session().record.events, session().pack, format, claim_id, url)
    except NothingToExport as error:
        raise CourseError(" ".join(filter(None, (str(error), hint(session()))))) from None
    path = free_name(Path(folder), f"fact-check{f'-{claim_id}' if claim_id else ''}", SUFFIX[format])
    try:
        write_text(path, text)
    except OSError as error:
        raise CourseError(say("error.course.folder_not_writable", folder=str(folder), reason=error.strerror)) from None
    others = left_out(session().record.events, session().pack, format, claim_id)
    more = [say("publish.other_reviews", others=", ".join(others))] if others else []
    return told([say("publish.written", name=path.name), *more])


def own_exports() -> Exports:
    """Buttons as `exports` has them, for a text of the learner's own: its fact-check, its marks, all saved work."""
    from readtwice.page.own_text import begun, own_pack
    from readtwice.publish import SUFFIX
    from readtwice.publish import export as exported
    from readtwice.record import progress_text

    def make(format: str) -> tuple[str, str]:
        record = session().record
        if format == "progress":
            return "session-progress.jsonl", progress_text(record.to_take_along)
        pack = own_pack(record) or begun()
        return f"own-article-{format}{SUFFIX[format]}", exported(record.events, pack, format)

    return Exports(session(), make)


def exports() -> Exports:
    """Buttons that hand over each file as a download: all fact-checks, all marks, all answers, all saved work.

    The file of all saved work is read again from any folder `my-work`, under the name that it has.
    """
    from readtwice.page.exports import Exports
    from readtwice.publish import SUFFIX
    from readtwice.publish import export as exported
    from readtwice.record import progress_text

    def make(format: str) -> tuple[str, str]:
        if format == "progress":
            return "session-progress.jsonl", progress_text(session().record.to_take_along)
        return f"read-twice-{format}{SUFFIX[format]}", exported(session().record.events, session().pack, format)

    return Exports(session(), make)
