"""A page of the course runs by itself: wait until it has, and is drawn, on a server and on the site alike."""

from __future__ import annotations

from playwright.sync_api import Page

_RAN = """() => { const { node, content } = window.jupyterapp.shell.currentWidget;
const other = !node.classList.contains('rt-page') && content.model.sharedModel.cells.length;
return other || !content.widgets.some(cell => cell.model.type === 'code')
  || node.dataset.readtwice && !['waiting', 'running'].includes(node.dataset.readtwice); }"""
"""It has run, or is none that does."""

_DRAWN = """() => {
const view = 'application/vnd.jupyter.widget-view+json';
const drawn = node => node?.querySelector('.jp-OutputArea-output > .lm-Widget > *')
  || node?.textContent.includes('Error displaying widget');
const outputs = cell => Array.from({ length: cell.model.outputs.length }, (_, at) => at)
  .filter(at => cell.model.outputs.get(at).toJSON().data?.[view])
  .map(at => cell.outputArea?.widgets[at]?.node);
const { node, content } = window.jupyterapp.shell.currentWidget;
const ran = node.classList.contains('rt-page') ? content.widgets.filter(cell => cell.model.type === 'code') : [];
return content.widgets.every(cell => cell.node.isConnected) && ran.flatMap(outputs).every(drawn); }"""
"""A cell has run before the browser has drawn what it brought, and JupyterLab puts cells onto the page some at a time,
also when all are drawn: who counts widgets too early finds some of them. What a sheet was left with last time stands
there without its kernel, and is not drawn."""

_FIRST_RUN = """() => { const { node } = window.jupyterapp.shell.currentWidget;
const ran = node.dataset.readtwice === 'ready' && !node.dataset.again;
node.dataset.again = 'yes';
return ran; }"""


def wait_for_own_run(page: Page, patience: float) -> None:
    """Wait until the open page, if it is one of the course's own, has run by itself and shows every widget.

    `patience` in milliseconds.
    """
    page.wait_for_function(_RAN, timeout=patience)
    page.wait_for_function(_DRAWN, timeout=patience)


def ran_by_itself(page: Page) -> bool:
    """Whether the page ran by itself, asked for the first time: then nobody has to run it."""
    ran: bool = page.evaluate(_FIRST_RUN)
    return ran
