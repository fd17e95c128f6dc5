"""The same against a real Jupyter kernel: widgets take clicks, the kernel is killed, the next one has every answer."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

from readtwice.record import read_folder
from tests.specimens import hegseth

OPEN = """
from pathlib import Path
from readtwice import course
session = course.begin(folder=Path({folder!r}))
start, cards = course.start(), course.judge("01", "solo")
if start.view["ask"]:
    start._take(start, {{"choice": "continue", "number": "s"}}, [])
"""
CLICK = """
cards._take(cards, {{"item": {item!r}, "verdict": {verdict!r}, "number": "n"}}, [])
print(session.record.events[-1].id)
"""


def printed(client: BlockingKernelClient, code: str) -> str:
    """What a cell prints. Fails on an error."""
    said: list[str] = []

    def hook(message: dict) -> None:  # type: ignore[type-arg]
        if message["msg_type"] == "stream" and message["content"]["name"] == "stdout":
            said.append(message["content"]["text"])

    reply = client.execute_interactive(code, output_hook=hook, timeout=60)
    assert reply["content"]["status"] == "ok", reply["content"]
    return "".join(said).strip()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a_real_kernel_killed_at_random_has_lost_no_acknowledged_answer(seed: int, tmp_path: Path) -> None:
    chance, acknowledged = random.Random(seed), set()
    items = hegseth().items_for("01", "solo")
    for _ in range(2):
        manager, client = start_new_kernel(kernel_name="python3")
        try:
            printed(client, OPEN.format(folder=str(tmp_path)))
            for item in chance.sample(items, chance.randint(1, len(items))):
                verdict = chance.choice(["clash", "no_clash", "undetermined"])
                acknowledged.add(printed(client, CLICK.format(item=item.id, verdict=verdict)))
            for item in chance.sample(items, min(3, len(items))):  # these are under way when it dies
                client.execute(CLICK.format(item=item.id, verdict="clash"))
        finally:
            manager.shutdown_kernel(now=True)
            client.stop_channels()
    events, _ = read_folder(tmp_path)
    assert len(acknowledged) >= 2
    assert acknowledged <= {event.id for event in events}
    assert len({event.learner for event in events if event.kind == "answer"}) == 1
