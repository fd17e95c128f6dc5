"""What notebooks call: a learner's page to vote on, and the teacher's wall that shows what came."""

from __future__ import annotations

from readtwice.activities.vote.wall import VoteWall
from readtwice.activities.vote.widget import Vote


def vote() -> Vote:
    """One card at a time, as the teacher shows it, and a choice that may be changed until the bars are shown."""
    return Vote()


def votes() -> VoteWall:
    """Cards on one screen, and how many phones chose what, once all have voted or the teacher shows it."""
    return VoteWall()
