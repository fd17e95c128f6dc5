// What every widget does, whatever it shows: focus, keys, lost clicks, files in pieces, decks, hints, text as text.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { drawIn, h as element, fill as fillInBar } from "../../binder/labextension/static/element.js";
import { core, focused, key, newPage, press, put, stopTime, turn, type } from "./page.js";

const NO_ANSWER_AFTER = 6000;
const HOSTILE = "<img src=x onerror=alert(1)> {name} $x$";
const page = await core();
const { button, h } = page;

beforeEach(() => {
  newPage();
  stopTime();
});
afterEach(() => mock.timers.reset());

/** A widget that draws what `draw` gives; the ui is kept for the test. */
function drawn(draw, view = {}, begin = () => ({})) {
  let ui;
  const made = page.widget((given) => {
    ui = given;
    return draw(given);
  }, begin);
  const placed = put(made, view);
  return { ...placed, ui };
}

test("text is text, whatever it looks like", () => {
  const { el } = drawn(() => h("p", { title: HOSTILE, class: HOSTILE }, HOSTILE, [[HOSTILE]]));
  assert.equal(el.querySelector("img"), null);
  assert.equal(el.querySelector("section p:not([role])").textContent, HOSTILE + HOSTILE);
});

test("nothing of null, undefined and false is drawn, and nought is", () => {
  const node = h("p", { hidden: false, id: null, lang: undefined, "data-key": true }, null, undefined, false, 0, "");
  assert.deepEqual(node.getAttributeNames(), ["data-key"]);
  assert.equal(node.textContent, "0");
});

for (const [where, fill] of [
  ["a widget", page.fill],
  ["the bar", fillInBar],
]) {
  test(`a phrase in ${where} is filled with values once, and a value with a brace stays as it is`, () => {
    assert.equal(fill("{a} of {b}, {c}", { a: "{b}", b: 2 }), "{b} of 2, {c}");
    assert.equal(fill("{a}", { a: HOSTILE }), HOSTILE);
    assert.equal(fill("{a}{b}", { a: 0, b: "" }), "0");
  });

  test(`a phrase in ${where} goes by a count as it does in Python: one is one of a kind`, () => {
    const phrase = "{n} {n:card is|cards are} of {of:one kind|many kinds}{n:|, no less}.";
    assert.equal(fill(phrase, { n: 1, of: 11 }), "1 card is of many kinds.");
    assert.equal(fill(phrase, { n: 0, of: "1" }), "0 cards are of one kind, no less.");
  });
}

test("no key leaves a widget, but save does", () => {
  const { find } = drawn(() => button("one", "One", () => {}));
  const heard = [];
  document.addEventListener("keydown", (event) => heard.push(event.key));
  const typed = ["Enter", "Escape", " ", "Tab", "a", "b", "d", "x", "m", "s", "Delete", "ArrowUp", "ArrowDown", "F9"];
  for (const held of [{}, { shiftKey: true }, { altKey: true }]) for (const one of typed) key(find("one"), one, held);
  for (const one of typed.filter((name) => name !== "s")) key(find("one"), one, { ctrlKey: true });
  key(find("one"), "s", { ctrlKey: true, shiftKey: true });
  key(find("one"), "s", { metaKey: true, altKey: true });
  assert.deepEqual(heard, []);
  for (const held of [{ ctrlKey: true }, { metaKey: true }]) key(find("one"), "s", held);
  assert.deepEqual(heard, ["s", "s"]);
});

test("after a redraw the focus, the caret and what was scrolled are where they were", () => {
  const { ui, find, el } = drawn(() => [
    h("input", { "data-key": "box", value: "abcdef" }),
    h("div", { "data-scroll": "text" }),
  ]);
  find("box").focus();
  find("box").setSelectionRange(2, 4);
  el.querySelector("[data-scroll]").scrollTop = 70;
  const before = find("box");
  ui.redraw();
  assert.notEqual(find("box"), before);
  assert.equal(document.activeElement, find("box"));
  assert.deepEqual([find("box").selectionStart, find("box").selectionEnd], [2, 4]);
  assert.equal(el.querySelector("[data-scroll]").scrollTop, 70);
});

test("who typed where now stands no box loses the caret and nothing else", () => {
  let box = true;
  const { ui, find, el } = drawn(() => (box ? h("input", { "data-key": "place" }) : button("place", "P", () => {})));
  type(find("place"), "abc");
  box = false;
  ui.redraw();
  assert.equal(focused(), "place");
  assert.equal(el.querySelectorAll("[data-key]").length, 1, "the old content is gone");
});

test("a redraw may take the focus elsewhere, and takes it from nobody outside", () => {
  const { ui } = drawn(() => [button("one", "1", () => {}), button("two:[]", "2", () => {})]);
  ui.redraw("two:[]");
  assert.equal(focused(), "two:[]");
  const outside = h("input", {});
  document.body.append(outside);
  outside.focus();
  ui.redraw();
  assert.equal(document.activeElement, outside);
});

test("an answer is spoken, shows the new view, and takes the focus where the script said, once", () => {
  const { ui, model, find, status } = drawn((one) => [
    button("one", one.view.text, () => {}),
    button("two", "", () => {}),
  ]);
  find("one").focus();
  ui.focusAfterAnswer = "two";
  ui.send({ type: "x" });
  model.answer({ text: "new", said: "Heard." });
  assert.equal(find("one").textContent, "new");
  assert.equal(status(), "Heard.");
  assert.equal(focused(), "two");
  find("one").focus();
  model.answer({ text: "newer" });
  assert.equal(focused(), "one");
});

test("an answer to an earlier click, and news of another page, leave the focus to the answer that it belongs to", () => {
  const { ui, model, find } = drawn((one) => [
    button("one", "1", () => {}),
    one.view.text ? button("feedback", one.view.text, () => {}) : null,
  ]);
  find("one").focus();
  ui.send({ type: "note" });
  ui.focusAfterAnswer = "feedback";
  ui.send({ type: "verdict" });
  const [note, verdict] = model.sent.map(({ number }) => number);
  model.answer({ text: "" }, "");
  model.answer({ text: "" }, note);
  assert.equal(focused(), "one");
  model.answer({ text: "Right." }, verdict);
  assert.equal(focused(), "feedback");
});

test("what is written in just now stays until it is left", () => {
  const { model, find } = drawn((one) => [
    h("input", { "data-key": "box", "data-hold": true }),
    h("p", { "data-key": "text" }, one.view.text),
  ]);
  find("box").focus();
  const held = find("box");
  model.answer({ text: "new" });
  mock.timers.tick(200);
  assert.equal(find("box"), held);
  assert.equal(find("text").textContent, "");
  held.blur();
  mock.timers.tick(40);
  assert.equal(find("text").textContent, "new");
});

/** What a click says, each under a number of its own. */
function clicks(model) {
  return model.sent.map(({ type, number }) => [type, number]);
}

const draw = () => button("one", "1", () => {});

test("each message has a number of its own", () => {
  const { ui, model } = drawn(draw);
  for (const one of ["a", "b", "c"]) ui.send({ type: one });
  assert.equal(new Set(model.sent.map(({ number }) => number)).size, 3);
});

test("a click without an answer is called lost after a while, and kept; a late answer takes it back", () => {
  const { ui, model, trouble } = drawn(draw);
  ui.send({ type: "a" });
  mock.timers.tick(NO_ANSWER_AFTER - 1);
  assert.equal(trouble().hidden, true);
  mock.timers.tick(1);
  assert.equal(trouble().hidden, false);
  assert.match(trouble().textContent, /Clicks kept on this page: 1\./);
  assert.equal(page.aside("k1").length, 1);
  model.answer();
  assert.equal(trouble().hidden, true);
  assert.deepEqual(page.aside(), []);
});

test("an answer in time is an answer to all clicks before it", () => {
  const { ui, model, trouble } = drawn(draw);
  for (const one of ["a", "b", "c"]) ui.send({ type: one });
  model.answer({}, model.sent[1].number);
  mock.timers.tick(NO_ANSWER_AFTER);
  assert.equal(trouble().hidden, false);
  assert.deepEqual(
    page.aside().map(({ message }) => message.type),
    ["c"],
  );
});

test("what is not worth keeping is not kept, and the page says that the course has stopped answering", () => {
  const { ui, trouble } = drawn(draw);
  ui.send({ type: "download" }, false);
  mock.timers.tick(NO_ANSWER_AFTER);
  assert.match(trouble().textContent, /that click may not be saved/);
  assert.deepEqual(page.aside(), []);
});

test("a kernel that dies is told at once, and so is one that takes no message", () => {
  const { ui, model, trouble } = drawn(draw);
  model.tell("comm_live_update");
  assert.equal(trouble().hidden, false);
  ui.send({ type: "a" });
  assert.equal(page.aside().length, 1, "a click on a dead kernel is kept");
  newPage();
  const other = drawn(draw);
  other.model.send = () => {
    throw new Error("closed");
  };
  other.ui.send({ type: "b" });
  assert.equal(other.trouble().hidden, false);
  assert.equal(page.aside().length, 1);
});

test("kept clicks go out again under their first numbers, in their order, to the widget of that name alone", () => {
  const first = drawn(draw);
  for (const one of ["a", "b"]) first.ui.send({ type: one });
  const other = drawn(draw, { key: "k2" });
  other.ui.send({ type: "z" });
  mock.timers.tick(NO_ANSWER_AFTER);
  const sent = clicks(first.model);
  first.stop();
  other.stop();
  const again = drawn(draw);
  assert.deepEqual(clicks(again.model), sent);
  again.model.answer({}, sent[0][1]);
  assert.deepEqual(
    page.aside("k1").map(({ id }) => id),
    [sent[1][1]],
  );
  again.model.answer({}, sent[1][1]);
  assert.deepEqual(page.aside("k1"), []);
  assert.equal(page.aside("k2").length, 1);
});

test("a widget taken off the page keeps its waiting clicks and hears no more", () => {
  const { ui, model, stop } = drawn(draw);
  ui.send({ type: "a" });
  stop();
  assert.deepEqual(
    page.aside().map(({ message }) => message.type),
    ["a"],
  );
  assert.deepEqual([...model.listeners.values()].flat(), []);
});

test("what else stands in the store is passed over, and a page without a store works", () => {
  const sound = { id: "n", key: "k1", message: { type: "a" } };
  sessionStorage.setItem("readtwice-waiting", JSON.stringify([null, 7, { id: 1 }, { id: "x", message: "y" }, sound]));
  assert.deepEqual(page.aside(), [sound]);
  sessionStorage.setItem("readtwice-waiting", "no JSON");
  assert.deepEqual(page.aside(), []);
  const shut = { getItem: shutOut, setItem: shutOut, removeItem: shutOut };
  Object.defineProperty(globalThis, "sessionStorage", { value: shut, configurable: true });
  const { ui, trouble } = drawn(draw);
  ui.send({ type: "a" });
  mock.timers.tick(NO_ANSWER_AFTER);
  page.keepAside([]);
  assert.match(trouble().textContent, /may not be saved/);
});

function shutOut() {
  throw new Error("no storage here");
}

test("files go in pieces, each after the answer to the one before it", async () => {
  const { ui, model } = drawn(draw);
  const big = new File([new Uint8Array(2 * page.PIECE + 3)], "big.csv");
  const files = [big, new File([], "empty.csv"), new File(["abc"], "small.csv")];
  let done = false;
  page.sendFiles(ui, files).then(() => {
    done = true;
  });
  const seen = [];
  for (let n = 1; n <= 5; n += 1) {
    await turnUntil(() => model.sent.length === n);
    await turn();
    assert.equal(model.sent.length, n, "no piece goes out before its turn");
    const { type: kind, file, name, start, buffers } = model.sent[n - 1];
    assert.equal(kind, "piece");
    seen.push([file, name, start, buffers[0].byteLength]);
    assert.equal(done, false);
    model.answer();
  }
  await turnUntil(() => done);
  assert.deepEqual(seen, [
    [0, "big.csv", 0, page.PIECE],
    [0, "big.csv", page.PIECE, page.PIECE],
    [0, "big.csv", 2 * page.PIECE, 3],
    [1, "empty.csv", 0, 0],
    [2, "small.csv", 0, 3],
  ]);
});

async function turnUntil(holds) {
  for (let n = 0; n < 500 && !holds(); n += 1) await turn();
  assert.ok(holds());
}

test("a class's files may take long: no piece is called lost after the time of a click", () => {
  const { ui, trouble } = drawn(draw);
  ui.sendPiece({ file: 0 }, new ArrayBuffer(1));
  mock.timers.tick(119_999);
  assert.equal(trouble().hidden, true);
  mock.timers.tick(1);
  assert.equal(trouble().hidden, false);
  assert.deepEqual(page.aside(), [], "a file is never put into a store");
});

test("a list of buttons is one Tab stop, and arrows, Home and End move in it", () => {
  const choices = ["a", "b", "c"].map((code) => ({ code, label: code }));
  const { ui, el, find } = drawn((one) => page.choiceGroup(one, "g", "Which?", choices, "b", () => {}));
  const stops = () => [...el.querySelectorAll("button")].map((one) => one.getAttribute("tabindex")).join();
  assert.equal(stops(), "-1,0,-1", "the chosen one is the stop");
  find("g-b").focus();
  const ways = [
    ["ArrowRight", "g-c"],
    ["ArrowDown", "g-c"],
    ["ArrowLeft", "g-b"],
    ["ArrowUp", "g-a"],
    ["ArrowUp", "g-a"],
  ];
  for (const [name, there] of [...ways, ["End", "g-c"], ["Home", "g-a"]]) {
    assert.equal(key(document.activeElement, name).defaultPrevented, true);
    assert.equal(focused(), there);
  }
  assert.equal(key(document.activeElement, "x").defaultPrevented, false);
  assert.equal(stops(), "0,-1,-1");
  ui.redraw();
  assert.equal(stops(), "0,-1,-1", "it stays the stop when the page is drawn again");
  assert.equal(focused(), "g-a");
});

test("a choice says that it is pressed, and hands over its code", () => {
  const chosen = [];
  const choices = page.choicesOf({ a: "A", b: "B", c: "C" }, ["b", "a"]);
  const { find, el } = drawn((one) => page.choiceGroup(one, "g", "Which?", choices, "a", (code) => chosen.push(code)));
  assert.deepEqual(
    choices.map(({ label }) => label),
    ["B", "A"],
  );
  press(find("g-b"));
  assert.deepEqual(chosen, ["b"]);
  assert.equal(find("g-a").getAttribute("aria-pressed"), "true");
  const group = el.querySelector("[role=group]");
  assert.equal(document.getElementById(group.getAttribute("aria-labelledby")).textContent, "Which?");
});

const STEPS = { previous: "Back", next: "Next" };

function threeCards(left = () => {}) {
  return drawn(
    (ui) => {
      const place = page.deck(ui, ui.view.cards.length, STEPS, "Card {number} of {count}", left);
      return [h("p", { tabindex: "-1", "data-key": "card" }, place.progress), place.pager];
    },
    { cards: ["a", "b", "c"] },
    () => ({ index: 0 }),
  );
}

test("a deck goes on and back, says how far it is, and takes the focus to the card", () => {
  let left = 0;
  const { find, status } = threeCards(() => {
    left += 1;
  });
  assert.equal(find("previous").getAttribute("aria-disabled"), "true");
  press(find("previous"));
  assert.equal(left, 0, "there is nothing before the first");
  press(find("next"));
  assert.equal(focused(), "card");
  assert.equal(find("card").textContent, "Card 2 of 3");
  assert.equal(status(), "Card 2 of 3");
  assert.equal(find("next").getAttribute("aria-disabled"), "false");
  press(find("next"));
  press(find("next"));
  assert.equal(find("card").textContent, "Card 3 of 3");
  press(find("previous"));
  assert.equal(find("card").textContent, "Card 2 of 3");
  assert.equal(left, 3);
});

test("a deck of one has no pager, and a deck begins at the first card that is open", () => {
  const one = drawn(
    (ui) => page.deck(ui, 1, STEPS, () => "only").pager,
    {},
    () => ({ index: 0 }),
  );
  assert.equal(one.find("next"), null);
  const card = (feedback) => ({ feedback });
  assert.equal(page.firstOpen([card({}), card(null), card(null)]), 1);
  assert.equal(page.firstOpen([card({}), card({})]), 0);
});

test("hints come one by one, are spoken, and the last one takes the focus from the button that goes", () => {
  const all = ["First hint.", "Second hint."];
  const asked = (count) => ({ id: "x", hints: all.slice(0, count), hint_count: 2 });
  const { find, el, model, status } = drawn(
    (ui) => {
      const { list, button: more } = page.hints(ui, ui.view.card);
      return [list, more];
    },
    { card: asked(0) },
  );
  const shown = () => [...el.querySelectorAll("li")].map((one) => one.textContent);
  assert.deepEqual(shown(), []);
  press(find("hint"));
  assert.equal(model.sent[0].type, "hint");
  assert.equal(model.sent[0].item, "x");
  assert.deepEqual(shown(), [], "nothing is there before it is asked for");
  model.answer({ card: asked(1), said: all[0] });
  assert.deepEqual(shown(), all.slice(0, 1));
  assert.equal(status(), "First hint.");
  assert.equal(focused(), "hint");
  press(find("hint"));
  model.answer({ card: asked(2), said: all[1] });
  assert.deepEqual(shown(), all);
  assert.equal(status(), "Second hint.");
  assert.equal(find("hint"), null);
  assert.equal(focused(), "hints");
});

test("what was folded open stays open when the page is drawn again", () => {
  const { ui, el } = drawn((one) => page.foldOut(one, "more", "More", "text"));
  const fold = () => el.querySelector("details");
  assert.equal(fold().open, false);
  fold().open = true;
  fold().dispatchEvent(new window.Event("toggle"));
  ui.redraw();
  assert.equal(fold().open, true);
});

test("a box to write in outlives redraws, holds still while a word is composed, and knows who really left", () => {
  let left = 0;
  const box = page.writingBox("textarea", { "data-key": "box" }, () => {
    left += 1;
  });
  const { ui, find } = drawn(() => [box, button("other", "", () => {})]);
  type(box, "abc");
  ui.redraw();
  mock.timers.tick(1);
  assert.equal(find("box"), box);
  assert.equal(focused(), "box");
  assert.equal(left, 0);
  box.dispatchEvent(new window.Event("compositionstart"));
  assert.ok(box.hasAttribute("data-hold"));
  box.dispatchEvent(new window.Event("compositionend"));
  assert.ok(!box.hasAttribute("data-hold"));
  find("other").focus();
  mock.timers.tick(1);
  assert.equal(left, 1);
});

test("sentences to choose from are one Tab stop and say which is chosen", () => {
  const sentences = ["s1", "s2"].map((id) => ({ id, where: "¶1", text: HOSTILE, kind: "paragraph" }));
  const chosen = [];
  const { find, el } = drawn((ui) => page.sentenceList(ui, "n", "Text", sentences, "s2", (id) => chosen.push(id)));
  press(find("s1"));
  assert.deepEqual(chosen, ["s1"]);
  assert.equal(find("s2").getAttribute("aria-pressed"), "true");
  assert.equal(el.querySelectorAll("[tabindex='0']").length, 1);
  assert.equal(el.querySelector("ol").getAttribute("aria-label"), "Text");
  assert.equal(el.querySelector("img"), null);
});

/** The names of the files that a browser would save from now on. */
function downloads() {
  const names = [];
  URL.createObjectURL = () => "blob:x";
  URL.revokeObjectURL = () => {};
  window.HTMLAnchorElement.prototype.click = function () {
    names.push(this.getAttribute("download"));
  };
  return names;
}

test("a file that came with an answer is handed over once, however often the page is drawn again", () => {
  const names = downloads();
  const { ui, model } = drawn((one) => page.giveFile(one));
  ui.send({ type: "make" });
  model.answer({ file: { name: "a.csv", text: HOSTILE } });
  ui.redraw();
  ui.redraw();
  assert.deepEqual(names, ["a.csv"]);
  ui.send({ type: "make" });
  model.answer({ file: { name: "a.csv", text: "" } });
  assert.deepEqual(names, ["a.csv", "a.csv"]);
});

test("a file that passes by in a message is handed over, and other messages are not", () => {
  const names = downloads();
  const { model } = drawn(draw);
  model.tell("msg:custom", { file: { name: "b.html", text: "x" } });
  model.tell("msg:custom", { looked: true });
  assert.deepEqual(names, ["b.html"]);
});

test("what was said stays while pieces are answered with nothing, and a script may say something else meanwhile", () => {
  const { ui, model } = drawn(
    (one) => page.keepSaid(one),
    {},
    () => ({ said: "" }),
  );
  ui.send({ type: "make" });
  model.answer({ said: "Made." });
  ui.send({ type: "piece" });
  model.answer({ said: "" });
  assert.equal(ui.local.said, "Made.");
  ui.local.said = "Reading.";
  ui.redraw();
  assert.equal(ui.local.said, "Reading.");
});

test("a result code is selected, copied, and said to be", async () => {
  const copied = [];
  const clipboard = { writeText: async (text) => copied.push(text) };
  Object.defineProperty(globalThis, "navigator", { value: { clipboard }, configurable: true });
  const { find, status } = drawn((ui) => page.resultCode(ui, "RT1-ABC", ui.words.result_code));
  press(find("copy"));
  await turn();
  assert.deepEqual(copied, ["RT1-ABC"]);
  assert.equal(find("code").selectionEnd, "RT1-ABC".length);
  assert.ok(status());
  assert.equal(focused(), "copy");
});

test("full screen is asked for, given back, and its refusal told", async () => {
  const { ui, el, status } = drawn(draw);
  const root = el.querySelector("section");
  page.fullScreen(ui, null, "No.");
  assert.equal(status(), "No.");
  ui.say("");
  root.requestFullscreen = async () => {
    throw new Error("refused");
  };
  page.fullScreen(ui, root, "No.");
  await turn();
  assert.equal(status(), "No.");
  let left = 0;
  Object.defineProperty(document, "fullscreenElement", { value: root, configurable: true });
  document.exitFullscreen = () => {
    left += 1;
  };
  page.fullScreen(ui, root, "No.");
  assert.equal(left, 1);
});

test("feedback shows its case, the line and the quotes, and folds the rest away", () => {
  const quote = { where: "¶1", before: "a ", exact: HOSTILE, after: " b" };
  const feedback = {
    outcome: "not_yet",
    heading: "Not yet",
    line: HOSTILE,
    quotes: [quote],
    explanation: "E",
    why: "W",
    sources: ["S"],
    as_of: "2025-01-01",
    next: "N",
  };
  const { el } = drawn((ui) => [page.feedbackBox(ui, feedback), page.feedbackBox(ui, feedback, [])]);
  assert.equal(el.querySelectorAll(".rt-not_yet").length, 2);
  assert.deepEqual(
    [...el.querySelectorAll("mark")].map((one) => one.textContent),
    [HOSTILE],
  );
  assert.match(el.querySelector("details").textContent, /EW.*2025-01-01.*S/);
  assert.equal(el.querySelector("img"), null);
});

test("Enter in a field acts, and no other key does", () => {
  let acted = 0;
  const { find } = drawn(() => h("input", { "data-key": "f", onkeydown: page.onEnter(() => (acted += 1)) }));
  for (const name of ["a", "Enter", " "]) key(find("f"), name);
  assert.equal(acted, 1);
});

test("a link that carries the code is made on the site, and nowhere else", () => {
  const window = newPage();
  assert.equal(page.handInLink("AB-12 CD-34"), "", "a server of a school or of Binder is nobody else's");
  window.happyDOM.setURL("https://site.example/x/notebooks/index.html?path=notebooks/one_shot.ipynb&token=secret#old");
  const made = new URL(page.handInLink("AB-12 CD-34"));
  assert.equal(made.searchParams.get("path"), "notebooks/teacher/class_report.ipynb");
  assert.equal(made.hash, "#readtwice=AB-12.CD-34");
  assert.ok(!made.href.includes("secret"), "nothing else of the address goes along");
  assert.ok(!(made.pathname + made.search).includes("AB-12"), "no server is sent the code");
  const lesson = new URL(page.lessonLink("a+b/c=="));
  assert.equal(lesson.searchParams.get("path"), "notebooks/open_a_lesson.ipynb");
  assert.equal(lesson.hash, "#readtwice-lesson=a-b_c");
});

test("in the bar and the map of the course what reads the same stays, so that a click which has begun still finds it", () => {
  const place = element("nav");
  const lesson = (/** @type {string} */ done) => element("li", {}, element("a", { href: "#" }, "1"), done);
  drawIn(place, lesson("0 of 6"), "after it");
  const link = place.firstChild?.firstChild;
  drawIn(place, lesson("0 of 6"), "after it");
  assert.equal(place.firstChild?.firstChild, link);
  drawIn(place, lesson("1 of 6"), "after it");
  assert.equal(place.textContent, "11 of 6after it");
  assert.notEqual(place.firstChild?.firstChild, link);
  drawIn(place);
  assert.equal(place.childNodes.length, 0);
});
