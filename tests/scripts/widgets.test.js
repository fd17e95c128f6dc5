// Every widget, with what Python really sends to it: what it draws, where the focus goes, and what it sends.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { fill } from "../../binder/labextension/static/element.js";
import { focused, key, load, newPage, payloads, press, put, stopTime, turn, type, words } from "./page.js";

const HOSTILE = "<img src=x onerror=alert(1)> {0} $x$";
const ACTING = "button, [role=button], input:not([type=file]), select, textarea, summary";
const widgets = await Promise.all(
  payloads().map(async (payload, n) => ({ ...payload, n, widget: (await load(payload.esm)).default })),
);

beforeEach(() => {
  newPage();
  stopTime();
});
afterEach(() => mock.timers.reset());

/** The widget of a script, as it stands after some answers. */
function open(script, view = 0, which = 0) {
  const { widget, views, words: held } = widgets.filter((one) => one.script === script)[which];
  return { ...put(widget, structuredClone(views.at(view)), held), views };
}

/** All of its sort, with each view that Python sent. */
function* every() {
  for (const { script, n, widget, views, words: held } of widgets) {
    for (const [at, view] of views.entries()) {
      newPage();
      yield { place: `${script} ${n}.${at}`, next: views[at + 1], ...put(widget, structuredClone(view), held) };
    }
  }
}

/** A view in which all that is prose is hostile; codes and ids stay. */
function hostile(value) {
  if (typeof value === "string") return value.includes(" ") ? HOSTILE : value;
  if (Array.isArray(value)) return value.map(hostile);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one)]));
}

describe("each widget", () => {
  test("is drawn from each view under its name, and asks no more than it was given", () => {
    for (const { place, el, model } of every()) {
      const section = el.querySelector("section.rt");
      assert.equal(section.getAttribute("aria-label"), model.get("view").name, place);
      assert.ok(section.textContent.length > 5, place);
      assert.match(model.get("view").key, /^[0-9a-f]{16}$/, `${place}: waiting clicks find their widget by it`);
      assert.doesNotMatch(section.textContent, /undefined|\[object|NaN|\{\w+\}/, place);
    }
  });

  test("shows hostile text as text", () => {
    const silent = new Set(widgets.map(({ script }) => script));
    for (const { script, widget, views, words: held } of widgets) {
      for (const view of views) {
        newPage();
        const { el } = put(widget, hostile(view), held);
        assert.equal(el.querySelector("img:not(.rt-drawing), script, b, iframe"), null, script); // a drawing is ours
        if (el.textContent.includes(HOSTILE)) silent.delete(script);
      }
    }
    assert.deepEqual([...silent], ["page/end.js"], "all others show some prose of their view");
  });

  test("keeps its keys to itself, wherever the focus is", () => {
    const keys = ["Enter", "Escape", " ", "a", "b", "m", "x", "d", "0", "Delete", "ArrowUp", "ArrowDown", "Home", "F9"];
    for (const { place, el, next } of every()) {
      if (next) continue; // the last view of each has most in it
      const heard = [];
      document.addEventListener("keydown", (event) => heard.push(event.key));
      const kinds = new Map([...el.querySelectorAll(`${ACTING}, [tabindex]`)].map((one) => [one.className, one]));
      for (const node of kinds.values()) {
        for (const name of keys) {
          if (!node.isConnected) break; // a key that acts draws the page again
          node.focus();
          key(node, name);
        }
      }
      assert.deepEqual(heard, [], place);
      key(el.querySelector(ACTING) ?? el.querySelector("section"), "s", { ctrlKey: true });
      assert.deepEqual(heard, ["s"], place);
    }
  });

  test("leaves the focus in itself after each kind of action, and after the answer", () => {
    for (const { script, widget, views, words: held } of widgets) {
      for (const at of new Set([0, views.length - 1])) {
        const view = views[at];
        newPage();
        const opened = () => put(widget, structuredClone(view), held);
        const places = new Map(
          [...opened().el.querySelectorAll(ACTING)].map((one, n) => [
            `${one.className} ${one.dataset.key?.slice(0, 3)}`,
            n,
          ]),
        );
        for (const n of places.values()) {
          const { el, model } = opened();
          const node = el.querySelectorAll(ACTING)[n];
          if (node.disabled) continue;
          const place = `${script} ${at}: ${node.dataset.key}`;
          if (node.matches("button, [role=button]")) press(node);
          else node.focus();
          assert.ok(el.contains(document.activeElement), place);
          if (model.sent.length) model.answer();
          mock.timers.tick(100);
          assert.ok(el.contains(document.activeElement), `${place}, answered`);
          el.remove();
        }
      }
    }
  });
});

describe("cards to judge", () => {
  const script = "activities/cards/script.js";

  test("a pair asks what it is about where there is something to ask, then sends all at once", () => {
    const { find, model, views, status, el } = open(script, 0, 2);
    const [card] = views[0].cards;
    const verdict = card.verdicts.find((one) => card.relations[one]?.length);
    press(find(`verdict-${card.id}-${verdict}`));
    assert.deepEqual(model.sent, []);
    assert.equal(focused(), `relation-${card.id}-${card.relations[verdict][0]}`);
    assert.equal(status(), words.relation_question[verdict]);
    press(find(focused()));
    const { number: _, ...sent } = model.sent[0];
    assert.deepEqual(sent, {
      type: "answer",
      item: card.id,
      verdict,
      relation: card.relations[verdict][0],
      hints: 0,
    });
    model.answer({ cards: views[1].cards, said: "Said." });
    assert.equal(focused(), "feedback");
    assert.equal(status(), "Said.");
    assert.ok(el.textContent.includes(views[1].cards[0].feedback.line));
    press(find("again"));
    assert.equal(focused(), "card");
    assert.ok(find(`verdict-${card.id}-${verdict}`));
  });

  test("a set that is done ends in a card, and leads back to what is worth a second look", () => {
    const { find, model, views, el } = open(script, 0, 2);
    assert.equal(el.querySelector(".rt-set-card"), null);
    const set = { name: "All answered", lines: ["Kept 1 of 2."], again: [{ place: 1, topic: "the second" }] };
    press(find("hint"));
    model.answer({ cards: views[0].cards, set });
    assert.ok(el.querySelector(".rt-set-card").textContent.includes("Kept 1 of 2."));
    press(find("again-1"));
    assert.equal(focused(), "card");
    assert.ok(find("card").textContent.includes(views[0].cards[1].topic));
  });

  test("hints are asked for, counted with the answer, and not those of the next card", () => {
    const { find, model, views } = open(script, 0, 2);
    const view = structuredClone(views[0]);
    const [card] = view.cards;
    assert.deepEqual(card.hints, []);
    press(find("hint"));
    assert.deepEqual([model.sent[0].type, model.sent[0].item], ["hint", card.id]);
    card.hints = ["First.", "Second."];
    model.answer({ cards: view.cards, said: "Second." });
    assert.equal(find("hints").children.length, 2);
    const plain = card.verdicts.find((one) => !card.relations[one]?.length);
    press(find(`verdict-${card.id}-${plain}`));
    assert.equal(model.sent[1].hints, 2);
    press(find("next"));
    assert.equal(find("hints").children.length, 0);
  });

  test("one tap says verdict and sureness", () => {
    const { find, model, views, el } = open(script, 0, 3);
    const [card] = views[0].cards;
    const labels = [...el.querySelectorAll("[data-key^='sure-']")].map((one) => one.textContent);
    assert.deepEqual(labels, Object.values(words.sureness_button[card.kind]));
    press(find(`sure-${card.id}-think_not`));
    assert.equal(model.sent[0].sureness, "think_not");
    model.answer(structuredClone(views[1]));
    assert.equal(focused(), "feedback");
    assert.equal(find("code"), null, "no code before the last card");
    press(find("next"));
    press(el.querySelector("[data-key^='sure-'][data-key$='think_not']"));
    model.answer(structuredClone(views[2]));
    assert.ok(views[2].code);
    assert.equal(find("code").value, views[2].code);
    assert.equal(find("code").getAttribute("aria-label"), words.result_code.label);
  });
});

describe("ten seconds", () => {
  const script = "activities/first_look/script.js";

  test("two taps are answered in the page, a third begins anew, and nothing is sent", () => {
    const { find, model, views, status, el } = open(script);
    press(find("line-2"));
    assert.equal(el.querySelector(".rt-feedback"), null);
    assert.equal(status(), words.first_look.one_more);
    press(find("line-0"));
    const [, second] = views[0].replies;
    assert.ok(el.querySelector(".rt-feedback").textContent.includes(second.feedback.line));
    assert.equal(focused(), "feedback");
    press(find("line-1"));
    assert.equal(el.querySelector(".rt-feedback"), null);
    press(find("line-0"));
    assert.match(el.querySelector(".rt-feedback").className, /rt-right/);
    assert.deepEqual(model.sent, []);
  });

  test("a line that was tapped twice is not chosen", () => {
    const { find } = open(script);
    press(find("line-1"));
    press(find("line-1"));
    assert.equal(find("line-1").getAttribute("aria-pressed"), "false");
  });
});

describe("the article as a place", () => {
  const script = "course/article_map.js";

  test("each block is one item of one list, and what came of it is said beside the drawing", () => {
    const { el, views } = open(script, -1);
    const blocks = [...el.querySelectorAll(".rt-map-page > li")];
    const { places } = views.at(-1);
    assert.equal(blocks.length, places.length);
    for (const [at, block] of blocks.entries()) {
      assert.ok(block.querySelector(".rt-unseen").textContent.startsWith(places[at].said));
      assert.equal(block.querySelector("svg").getAttribute("aria-hidden"), "true");
      assert.equal(block.querySelectorAll(".rt-map-sign").length, places[at].signs.length);
    }
    assert.ok(places.some(({ signs }) => signs.length));
    assert.equal(el.querySelectorAll('.rt-map-page a[tabindex="0"]').length, 1, "one Tab stop");
  });

  test("each finding has a shape of its own", () => {
    const { el } = open(script);
    const told = (node) => [
      node.tagName,
      ...["y", "d", "height", "stroke-dasharray"].map((one) => node.getAttribute(one)),
    ];
    const legend = [...el.querySelectorAll(".rt-map-legend svg")];
    const shapes = legend.map((one) => JSON.stringify([...one.querySelectorAll("rect, path")].map(told)));
    assert.equal(new Set(shapes).size, shapes.length);
  });
});

describe("the ledger", () => {
  const script = "activities/ledger/script.js";

  test("pins nothing before a sentence is chosen, and says why beside the rows", () => {
    const { el, find, model, status, views } = open(script);
    press(find(`pin-${views[0].topics[0].id}`));
    assert.deepEqual(model.sent, []);
    assert.equal(status(), words.ledger.choose_first);
    assert.equal(el.querySelector(".rt-problem").textContent, words.ledger.choose_first);
    press(find(views[0].sentences[0].id));
    assert.equal(el.querySelector(".rt-problem"), null, "it goes once a sentence is chosen");
    press(find(`pin-${views[0].topics[0].id}`));
    assert.equal(model.sent[0].sentence, views[0].sentences[0].id);
  });

  test("pins of one row meet, sorted by who is meant", () => {
    const { el, find, model, views } = open(script, 2);
    const view = structuredClone(views[2]);
    const [pin] = view.pins;
    const who = ["Vladimir Putin", "He (Trump, named in the sentence before)", "Pete Hegseth", "Trump"];
    view.pins = who.map((one, order) => ({ ...pin, id: `one-${order}`, who: one, order }));
    model.answer(view);
    const meet = fill(words.ledger.meet, { count: 4 });
    assert.ok([...el.querySelectorAll(".rt-next")].some((one) => one.textContent === meet));
    const sort = find("sort");
    sort.value = "who";
    sort.dispatchEvent(new window.Event("change", { bubbles: true }));
    const shown = [...el.querySelectorAll('[data-key$="-who"]')].map((one) => one.value);
    assert.deepEqual(shown, ["Pete Hegseth", "Vladimir Putin", who[1], "Trump"]);
  });

  test("what was typed stays in sight until Python has it, and says when a field is nearly full and full", () => {
    const { el, model, status, views } = open(script, 2);
    const [pin] = views[2].pins;
    const box = () => el.querySelector(`[data-key="${pin.id}-who"]`);
    const { longest } = views[2];
    type(box(), "x".repeat(longest - 10));
    const told = document.getElementById(box().getAttribute("aria-describedby"));
    assert.equal(told.textContent, fill(words.ledger.room, { left: 10 }));
    assert.equal(status(), told.textContent);
    type(box(), "x".repeat(longest - 9));
    assert.equal(told.textContent, fill(words.ledger.room, { left: 9 }));
    assert.equal(status(), fill(words.ledger.room, { left: 10 }), "said when it gets near, not at each key");
    assert.equal(box().getAttribute("maxlength"), String(longest));
    type(box(), "x".repeat(longest - 1));
    assert.equal(told.textContent, "Room for 1 more character.");
    type(box(), "x".repeat(longest));
    assert.equal(told.textContent, fill(words.ledger.field_full, { longest }));
    assert.equal(status(), fill(words.ledger.field_full, { longest }));
    box().dispatchEvent(new window.Event("change", { bubbles: true }));
    assert.equal(model.sent[0].value.length, longest);
    box().blur();
    model.answer(structuredClone(views[2]));
    mock.timers.tick(100);
    assert.equal(box().value.length, longest, "an older answer does not take it back");
  });

  test("what was typed stays in sight when nothing answers any more", () => {
    const { el, find, model, trouble, views } = open(script, 2);
    const [pin] = views[2].pins;
    const box = () => el.querySelector(`[data-key="${pin.id}-who"]`);
    model.tell("comm_live_update");
    const { gone, by_hand, by_itself } = words.connection;
    assert.equal(trouble().textContent, `${gone} ${by_hand}${by_itself}`, "the style shows one of the two ways");
    assert.equal(trouble().hidden, false);
    type(box(), "Mike?");
    box().dispatchEvent(new window.Event("change", { bubbles: true }));
    find("sort").value = "who";
    find("sort").dispatchEvent(new window.Event("change", { bubbles: true }));
    assert.equal(box().value, "Mike?");
  });

  test("rows stand in the order of the text, or by who", () => {
    const { el, find } = open(script, 3);
    const order = () => [...el.querySelectorAll(".rt-pin-quote .rt-number")].map((one) => one.textContent);
    const before = order();
    find("sort").value = "who";
    find("sort").dispatchEvent(new window.Event("change", { bubbles: true }));
    assert.deepEqual([...order()].sort(), [...before].sort());
    assert.equal(find("sort").value, "who");
  });
});

test("a hunt sends what was chosen, and asks for a choice first", () => {
  const { find, model, status, views } = open("activities/hunt/script.js");
  press(find("check"));
  assert.equal(status(), words.hunt.choose_first);
  press(find(views[0].hunts[0].sentences[3].id));
  press(find("check"));
  assert.equal(model.sent[0].choice, views[0].hunts[0].sentences[3].id);
  press(find("none"));
  assert.equal(model.sent[1].choice, "none");
});

test("feedback to one choice of a hunt does not stand below another, and comes back with its choice", () => {
  const { find, el } = open("activities/hunt/script.js", -1);
  const heading = () => el.querySelector(".rt-feedback .rt-heading")?.textContent;
  assert.ok(heading().endsWith(words.heading.found));
  press(find("b08.s2"));
  assert.equal(heading(), undefined);
  press(find("b08.s1"));
  assert.ok(heading().endsWith(words.heading.found));
  press(find("next"));
  assert.ok(heading().endsWith(words.heading.no_partner));
});

describe("the caption tagger", () => {
  const script = "activities/captions/script.js";

  test("by mouse a word takes the tag that was chosen and gives it back; Shift takes a run", () => {
    const { find, model, status, views } = open(script);
    const tagged = (n) => find(`word-${n}`).className;
    press(find("word-1"));
    assert.match(tagged(1), new RegExp(`rt-tag-${views[0].tags[0]}`));
    press(find("word-1"));
    assert.match(tagged(1), /rt-tag-none/);
    press(find("check"));
    assert.equal(status(), words.captions.tag_first);
    press(find("tool-added"));
    press(find("word-0"));
    find("word-2").dispatchEvent(new window.MouseEvent("click", { bubbles: true, shiftKey: true }));
    assert.deepEqual(
      [0, 1, 2, 3].map((n) => /rt-tag-added/.test(tagged(n))),
      [true, true, true, false],
    );
    press(find("check"));
    assert.deepEqual(model.sent[0].tags.slice(0, 4), ["added", "added", "added", ""]);
    model.answer(structuredClone(views[1]));
    assert.equal(focused(), "check", "other tags than those that were marked wait for their check");
  });

  test("by keyboard letters and digits tag, Shift with an arrow grows a run and shrinks it", () => {
    const { find } = open(script);
    const tagged = () => [0, 1, 2].map((n) => find(`word-${n}`).className.match(/rt-tag-(\w+)/)[1]);
    find("word-0").focus();
    key(document.activeElement, "t");
    assert.equal(focused(), "word-0");
    key(document.activeElement, "ArrowRight", { shiftKey: true });
    key(document.activeElement, "ArrowRight", { shiftKey: true });
    assert.deepEqual(tagged(), ["told", "told", "told"]);
    key(document.activeElement, "ArrowLeft", { shiftKey: true });
    assert.deepEqual(tagged(), ["told", "told", "none"]);
    key(document.activeElement, "3");
    assert.deepEqual(tagged().slice(0, 2), ["added", "added"]);
    key(document.activeElement, "a", { ctrlKey: true });
    key(document.activeElement, "Delete");
    assert.deepEqual(tagged(), ["none", "none", "none"]);
  });
});

test("a rewrite is looked at in a pause, checked once when it is left, and its box stays", () => {
  const { el, find, model, views } = open("activities/caption_study/rewrite.js");
  const box = find("box");
  type(box, "A tank.");
  mock.timers.tick(899);
  assert.deepEqual(model.sent, []);
  mock.timers.tick(1);
  assert.equal(model.sent[0].type, "look");
  model.answer({ ...structuredClone(views[1]), text: "older" });
  assert.equal(find("box"), box);
  assert.equal(box.value, "A tank.");
  press(find("model"));
  mock.timers.tick(1);
  assert.ok(model.sent.some((one) => one.type === "check"));
  model.answer(structuredClone(views[1]));
  assert.ok(model.sent.some((one) => one.type === "model"));
  assert.ok(!el.textContent.includes(views[2].model), "it travels when it is asked for");
  model.answer(structuredClone(views[2]));
  assert.ok(el.textContent.includes(views[2].model));
  const count = model.sent.length;
  box.focus();
  find("model").focus();
  mock.timers.tick(1);
  assert.equal(model.sent.length, count, "what was checked is not checked again");
});

test("nothing of the caption swap is sent", () => {
  const { find, model, el } = open("activities/caption_study/caption_swap.js");
  for (const code of ["3", "3", "5", "1"]) press(find(`sure-${code}`));
  assert.equal(focused(), "again");
  assert.ok(el.textContent.includes(words.caption_swap.rose));
  press(find("again"));
  for (const code of ["3", "3", "2", "1"]) press(find(`sure-${code}`));
  assert.ok(el.textContent.includes(words.caption_swap.fell));
  assert.deepEqual(model.sent, []);
});

test("toggles of a comparison show another cell and say it; the whole grid marks that cell", () => {
  const { find, el, views, status } = open("activities/comparison/script.js");
  const [view] = views;
  const toggle = view.toggles[0];
  press(find(`${toggle.id}-${toggle.choices[1].code}`));
  const by = Object.fromEntries(view.toggles.map(({ id, choices }) => [id, choices[0].code]));
  by[toggle.id] = toggle.choices[1].code;
  const at = view.cells.findIndex((cell) => view.toggles.every(({ id }) => !cell.by[id] || cell.by[id] === by[id]));
  assert.equal(el.querySelector(".rt-said").textContent, view.cells[at].sentence);
  assert.ok(status().includes(view.cells[at].sentence));
  press(find("grid"));
  const rows = [...el.querySelectorAll("tbody tr")];
  assert.deepEqual(rows.map((row) => row.getAttribute("aria-current")).indexOf("true"), at);
});

describe("the fact-check builder", () => {
  const script = "activities/fact_check/script.js";

  test("boxes outlive answers, and what is written is sent when its box is left", () => {
    const { find, model, views } = open(script, 1);
    const box = find("step-says");
    type(box, "It says so.");
    model.answer(structuredClone(views[1]));
    assert.equal(find("step-says"), box);
    assert.equal(box.value, "It says so.");
    assert.deepEqual(model.sent, []);
    find("step-would_settle").focus();
    mock.timers.tick(1);
    assert.equal(model.sent[0].fact_check.says, "It says so.");
  });

  test("a source taken out and put back has empty boxes", () => {
    const { find, model } = open(script, 2);
    assert.equal(find("own-address").value, "b");
    find("use-own").click();
    assert.equal(find("own-address"), null);
    find("use-own").click();
    assert.equal(find("own-address").value, "");
    assert.equal(find("own-date").value, "");
    assert.equal(find("adds-own").value, "");
    const held = () => model.sent.at(-1).fact_check.evidence;
    assert.deepEqual(held(), [{ source: "own", adds: "", address: "", date: "" }]);
    for (const name of ["own-address", "own-date", "adds-own"]) {
      type(find(name), name);
      find(name).blur();
      mock.timers.tick(1);
    }
    assert.deepEqual(held(), [{ source: "own", adds: "adds-own", address: "own-address", date: "own-date" }]);
  });
});

describe("the number bench", () => {
  const script = "activities/numbers/script.js";
  const submit = (node) => node.closest("form").dispatchEvent(new window.Event("submit", { cancelable: true }));

  test("a worked card has its answer once there is an estimate, or it is asked for", () => {
    const of = widgets.filter((one) => one.script === script).findIndex((one) => one.views[0].cards[0].worked);
    const { el, find, model, views } = open(script, 0, of);
    assert.ok(!el.querySelector(".rt-steps, .rt-feedback"));
    find("show").click();
    assert.deepEqual([model.sent.at(-1).type, model.sent.at(-1).item], ["give_up", views[0].cards[0].id]);
    const after = open(script, 1, of).el;
    assert.ok(after.querySelector(".rt-feedback"), "with the estimate it shows");
  });

  test("an estimate that nobody typed is asked for without troubling Python", () => {
    const { find, model, status, el } = open(script, 0, 1);
    submit(find("set"));
    assert.deepEqual(model.sent, []);
    assert.equal(status(), words.bench.move_first);
    assert.equal(focused(), "after-estimate");
    assert.equal(document.activeElement.getAttribute("aria-invalid"), "true");
    assert.equal(document.activeElement.tagName, "INPUT");
    assert.ok(el.querySelector(".rt-problem:not([hidden])").textContent);
  });

  test("slider and box say the same", () => {
    const { find, model } = open(script, 0, 1);
    const range = find("slider");
    type(range, "2");
    assert.equal(find("box-estimate").value, "2");
    assert.ok(range.getAttribute("aria-valuetext").includes("2"));
    type(find("box-estimate"), "1,5%");
    assert.equal(range.value, "1.5");
    submit(find("set"));
    assert.equal(model.sent[0].text, "1,5%");
  });

  test("a result goes as soon as a part above it changes, and its number can be taken over", () => {
    const worked = widgets.filter((one) => one.script === script)[1].views;
    const at = worked.findIndex((view) => view.cards[0].number.result?.use);
    const { find } = open(script, at, 1);
    press(find("use"));
    assert.equal(find("box-number").value, worked[at].cards[0].number.result.use);
    assert.equal(focused(), "box-number");
    const select = document.querySelector("select");
    select.dispatchEvent(new window.Event("change", { bubbles: true }));
    assert.equal(find("use"), null);
  });

  test("all guesses stand on one line once two answers were seen, and the sentence says the same", () => {
    const { views } = widgets.filter((one) => one.script === script)[1];
    assert.equal(open(script, 0, 1).el.querySelector(".rt-bench-run"), null);
    const at = views.findIndex((view) => view.run);
    const shown = open(script, at, 1).el.querySelector(".rt-bench-run");
    assert.equal(shown.querySelectorAll(".rt-track-guess").length, views[at].run.places.length);
    assert.ok(shown.querySelector(".rt-bench-guesses").hasAttribute("aria-hidden"));
    assert.equal(shown.lastChild.textContent, views[at].run.text);
  });
});

describe("the projector", () => {
  const script = "activities/projector/script.js";

  /** At the first card that is voted on. */
  function atCard() {
    const opened = open(script);
    const { find, views } = opened;
    const place = views[0].slides.findIndex((slide) => slide.state);
    for (let n = 0; n < place; n += 1) press(find("next"));
    return { ...opened, slide: views[0].slides[place] };
  }

  test("counts are typed, tapped and pressed; none shows before both votes are taken", () => {
    const { find, model, slide, el, views } = atCard();
    const { code } = slide.questions[0].choices[0];
    type(find(`hands-0-${code}`), "12");
    press(find(`tap-0-${code}-1`));
    key(document.activeElement, "ArrowUp");
    key(document.activeElement, "-");
    assert.equal(document.activeElement.value, "13");
    assert.equal(model.sent.at(-1).state[1][0][0], 13);
    type(find(`hands-0-${code}`), String(views[0].most + 5));
    assert.equal(document.activeElement.value, String(views[0].most));
    assert.equal(el.querySelector(".rt-votes"), null);
    key(document.activeElement, "Enter");
    assert.equal(focused(), `hands-0-${slide.questions[0].choices[1].code}`);
  });

  test("stages come in their order, by button and by a presenter's keys, and back", () => {
    const { find, model, el } = atCard();
    const stage = () => [...el.querySelectorAll(".rt-stages li")].findIndex((one) => one.hasAttribute("aria-current"));
    press(find("stage-on"));
    assert.deepEqual([stage(), focused()], [1, "stage"]);
    for (const expected of [2, 3, 4]) {
      key(document.activeElement, "PageDown");
      assert.equal(stage(), expected);
    }
    assert.ok(el.querySelector(".rt-votes"));
    key(document.activeElement, "PageDown");
    assert.equal(stage(), 4, "these keys never leave a card");
    key(document.activeElement, "PageUp");
    assert.equal(stage(), 3);
    assert.deepEqual(
      model.sent.map(({ state }) => state[0]),
      [1, 2, 3, 4, 3],
    );
  });

  test("a clock counts down, says so at zero, and stops when the card is left", () => {
    const { find, el, status } = atCard();
    press(find("stage-on"));
    press(find("clock-1"));
    const face = () => el.querySelector("[role=timer]").textContent;
    assert.equal(face(), "1:00");
    const now = Date.now();
    const later = mock.method(Date, "now", () => now + 58_000);
    mock.timers.tick(500);
    assert.equal(face(), "0:02");
    later.mock.mockImplementation(() => now + 61_000);
    mock.timers.tick(500);
    assert.equal(face(), words.projector.time_over);
    assert.equal(status(), words.projector.time_over);
    later.mock.restore();
    press(find("stage-on"));
    press(find("stage-back"));
    assert.equal(face(), "");
  });

  test("a new class is asked for twice", () => {
    const { find, model } = open(script);
    press(find("new-class"));
    assert.equal(focused(), "new-class-no");
    press(find("new-class-no"));
    assert.deepEqual([focused(), model.sent], ["new-class", []]);
    press(find("new-class"));
    press(find("new-class-yes"));
    assert.equal(model.sent[0].type, "new_class");
  });
});

describe("events in order", () => {
  const script = "activities/timeline/script.js";

  test("a line moves by its buttons, by Alt with an arrow and by dragging, and keeps the focus", () => {
    const { find, model, views, status } = open(script);
    const { order } = views[0];
    const [first, second, third] = order;
    press(find(`down-${first}`));
    assert.equal(focused(), `down-${first}`);
    assert.equal(status(), fill(words.order.moved, { place: 2, count: order.length }));
    key(find(`line-${first}`), "ArrowDown", { altKey: true });
    assert.equal(focused(), `line-${first}`);
    key(find(`line-${first}`), "ArrowDown");
    const dragged = new window.Event("dragstart", { bubbles: true });
    find(`line-${first}`).dispatchEvent(dragged);
    find(`line-${second}`).dispatchEvent(new window.Event("drop", { bubbles: true, cancelable: true }));
    press(find("check"));
    assert.deepEqual(model.sent[0].order.slice(0, 3), [first, second, third]);
    press(find(`up-${first}`));
    press(find("check"));
    assert.deepEqual(model.sent[1].order.slice(0, 3), [first, second, third], "the first goes no higher");
  });

  test("what was marked shows until a line moves", () => {
    const { find, el } = open(script, 1);
    const wrong = () => el.querySelectorAll(".rt-not_yet").length;
    assert.ok(wrong());
    press(el.querySelector("[data-key^='down-']"));
    assert.equal(wrong(), 0);
    assert.equal(find("result").textContent, "");
  });
});

test("a card of short questions is sent once each of them has an answer", () => {
  const { find, model, views } = open("page/matching.js");
  const [card] = views[0].cards;
  for (const [at, part] of card.parts.entries()) {
    assert.equal(model.sent.length, 0, String(at));
    press(find(`${card.id}-${part.name}-${part.choices[0].code}`));
  }
  assert.deepEqual(
    Object.keys(model.sent[0].answer),
    card.parts.map(({ name }) => name),
  );
});

test("the shelf opens cards within its budget and takes the focus to the opened one", () => {
  const { find, model, views } = open("activities/shelf/script.js");
  const [card] = views[0].cards;
  press(find(`open-${card.id}`));
  model.answer(structuredClone(views[1]));
  assert.equal(focused(), `card-${card.id}`);
  assert.equal(find(`open-${card.id}`), null);
});

test("a known word tells its meaning on a click and on Enter, and only at its first place", () => {
  const { el, status, find } = open("activities/reader/script.js");
  const word = el.querySelector(".rt-word");
  const name = word.dataset.key;
  assert.equal(el.querySelectorAll(`[data-key="${name}"]`).length, 1);
  press(word);
  assert.equal(find(name).getAttribute("aria-expanded"), "true");
  assert.ok(status().includes(el.querySelector(".rt-note").textContent));
  assert.equal(key(find(name), "Enter").defaultPrevented, true);
  assert.equal(el.querySelector(".rt-note"), null);
  press(find("next"));
  assert.equal(focused(), "part");
});

describe("forms", () => {
  const script = "activities/form/script.js";

  test("a tap is kept without feedback, and the next open card comes by itself", () => {
    const { find, model, views, el } = open(script);
    const [card, next] = views[0].cards;
    press(find(`sure-${card.id}-sure_not`));
    model.answer(structuredClone(views[1]));
    assert.equal(el.querySelector(".rt-feedback"), null);
    assert.ok(find("card").textContent.includes(next.topic));
    assert.equal(focused(), next.story === card.story ? "card" : "story");
  });

  test("in review each card has its answer, its feedback and a way to the surprises", () => {
    const { el, find, views } = open(script, -1, 1);
    assert.ok(el.querySelector(".rt-feedback"));
    const [place] = views.at(-1).surprises;
    press(find(`surprise-${place}`));
    assert.equal(focused(), "card");
    assert.ok(find("card").textContent.includes(views.at(-1).cards[place].topic));
  });
});

describe("the start of a page", () => {
  const script = "page/start.js";
  const kept = () => JSON.parse(localStorage.getItem("readtwice-work") ?? "{}");

  test("the mirror asks for the lines that it lacks, and keeps them under the learner's code", () => {
    const { model, views } = open(script, 1);
    mock.timers.tick(1);
    assert.deepEqual(
      model.sent.map(({ type: what, since }) => [what, since]),
      [["mirror", 0]],
    );
    model.answer(structuredClone(views[2]));
    const copy = kept()[views[2].learner];
    assert.equal(copy.count, 1);
    assert.deepEqual(copy.text.split("\n"), [views[2].header, ...views[2].lines, ""]);
    mock.timers.tick(1);
    assert.equal(model.sent.length, 1, "it has all, so it asks no more");
  });

  test("with earlier answers at hand it never says that nothing is saved", () => {
    const { el, find, model, views } = open(script, 0);
    const view = { ...structuredClone(views[0]), problem: "", saved_at: null, held: 0 };
    const state = () => find("state").textContent;
    model.answer(view);
    if (el.querySelector('[data-key="state"]')) assert.equal(state(), words.start.nothing_saved);
    model.answer({ ...view, ask: false, work: [], held: 3 });
    assert.equal(state(), words.start.saved_before);
  });

  test("what was erased goes from the browser too, with the clicks that wait", () => {
    const erased = widgets.find((one) => one.script === script).views.findIndex((view) => view.erased);
    const { views } = open(script, 0);
    const copy = { last: "2026-01-01T00:00:00Z", count: 1, text: "h\n{}\n" };
    const work = { [views[erased].erased_codes[0]]: copy, other: copy };
    localStorage.setItem("readtwice-work", JSON.stringify(work));
    sessionStorage.setItem("readtwice-waiting", JSON.stringify([{ id: "x", key: "k", message: {} }]));
    open(script, erased);
    assert.deepEqual(Object.keys(kept()), ["other"]);
    assert.equal(sessionStorage.getItem("readtwice-waiting"), null);
  });

  test("a folder that was empty gets the latest copy back by itself, and what is no copy is passed over", () => {
    const copy = (last, text) => ({ last, count: 1, text });
    const work = {
      a: copy("2026-01-01T00:00:00Z", "old"),
      b: copy("2026-02-01T00:00:00Z", "new"),
      c: 7,
      d: copy("x", ""),
    };
    localStorage.setItem("readtwice-work", JSON.stringify(work));
    const { model, find } = open(script, 0);
    assert.ok(find("mirror-a") && find("mirror-b"));
    assert.equal(find("mirror-c") || find("mirror-d"), null);
    mock.timers.tick(1);
    const { type: what, text, by } = model.sent[0];
    assert.deepEqual([what, text, by], ["load", "new", "browser"]);
    press(find("mirror-no"));
    assert.equal(find("mirror-a"), null);
  });

  test("a progress file is read in the encodings that editors save", async () => {
    for (const bytes of [
      [0x7b, 0xc3, 0xa9],
      [0xff, 0xfe, 0x7b, 0, 0xe9, 0],
      [0xfe, 0xff, 0, 0x7b, 0, 0xe9],
    ]) {
      newPage();
      const { find, model } = open(script, -1);
      Object.defineProperty(find("file"), "files", { value: [new File([new Uint8Array(bytes)], "a.jsonl")] });
      find("file").dispatchEvent(new window.Event("change", { bubbles: true }));
      for (let n = 0; n < 50 && !model.sent.length; n += 1) await turn();
      assert.equal(model.sent[0].text, "{é");
    }
  });

  test("erasing is asked for twice, and a slip is sent by Enter", () => {
    const { find, model } = open(script, -1);
    press(find("erase"));
    assert.equal(focused(), "erase-sure");
    press(find("erase-no"));
    assert.deepEqual([focused(), model.sent], ["erase", []]);
    find("slip").value = "R4T-8";
    key(find("slip"), "Enter");
    assert.deepEqual([model.sent[0].type, model.sent[0].text], ["slip", "R4T-8"]);
  });

  test("who comes back is asked whose work it is", () => {
    const { find, model, views } = open(script, 0, 1);
    if (!views[0].ask) return assert.ok(find("fresh") || find("state"));
    press(find("continue-0"));
    assert.equal(model.sent[0].choice, "continue");
  });
});

describe("the class report", () => {
  const script = "classroom/reporting/script.js";

  test("choosing files once more adds, and the same file counts once", () => {
    const { find, el } = open(script);
    const [first, second] = [new window.File(["abc"], "a.txt"), new window.File(["d"], "b.txt")];
    for (const value of [[first], [first, second]]) {
      Object.defineProperty(find("file"), "files", { value });
      find("file").dispatchEvent(new window.Event("change", { bubbles: true }));
    }
    assert.ok(el.textContent.includes("a.txt, b.txt"));
    assert.equal(el.textContent.split("a.txt").length, 2);
  });

  test("files go first, then the text, and it says meanwhile that it reads", async () => {
    const { find, model, el } = open(script);
    Object.defineProperty(find("file"), "files", {
      value: [new window.File(["abc"], "a.txt"), new window.File(["d"], "b.txt")],
    });
    find("file").dispatchEvent(new window.Event("change", { bubbles: true }));
    assert.ok(el.textContent.includes("a.txt, b.txt"));
    type(find("text"), "RT1-X");
    press(find("make"));
    assert.equal(find("said").textContent, words.class_report.reading);
    for (let sent = 1; sent <= 2; sent += 1) {
      for (let n = 0; n < 50 && model.sent.length < sent; n += 1) await turn();
      model.answer();
    }
    for (let n = 0; n < 50 && model.sent.length < 3; n += 1) await turn();
    assert.deepEqual(
      model.sent.map((one) => one.name ?? one.text),
      ["a.txt", "b.txt", "RT1-X"],
    );
    find("make").blur();
    model.answer({ said: "Two learners." });
    assert.equal(focused(), "said");
    assert.equal(find("said").textContent, "Two learners.");
  });

  test("a table says its roles, and its first cells are headings of rows", () => {
    const { el } = open(script);
    for (const table of el.querySelectorAll("table")) {
      assert.equal(table.getAttribute("role"), "table");
      for (const row of table.querySelectorAll("tbody tr")) {
        assert.equal(row.firstElementChild.getAttribute("role"), "rowheader");
        for (const cell of row.querySelectorAll("td")) assert.ok(cell.dataset.column);
      }
    }
  });
});

test("the gradebook sends what was ticked, and forgets the ticks when the class hands in something else", () => {
  const { find, model, views } = open("classroom/gradebooks/script.js");
  const { code } = views[0].work[0];
  find(`what-${code}`).click();
  press(find("make"));
  return turn().then(() => {
    assert.equal(model.sent[0].what.includes(code), !views[0].work[0].chosen);
    const work = views[0].work.map((one) => ({ ...one, learners: one.learners + 1 }));
    model.answer({ work });
    assert.equal(find(`what-${code}`).checked, views[0].work[0].chosen);
  });
});

describe("the live view", () => {
  const script = "classroom/live_view/script.js";

  test("what is pasted is sent at once and never shown", () => {
    const { find, model, el } = open(script);
    const paste = new window.Event("paste", { bubbles: true, cancelable: true });
    paste.clipboardData = { getData: () => "Ada: RT1-SECRET" };
    find("paste").dispatchEvent(paste);
    assert.equal(model.sent[0].text, "Ada: RT1-SECRET");
    assert.equal(find("paste").value, "");
    assert.ok(!el.textContent.includes("SECRET"));
    type(find("paste"), "RT1-TYPED");
    press(find("take"));
    assert.equal(model.sent[1].text, "RT1-TYPED");
    assert.equal(find("paste").value, "");
  });

  test("one card at a time, and the key on demand, each by a button that says whether it is pressed", () => {
    const { find, el, views } = open(script, -1);
    const cards = () => el.querySelectorAll(".rt-live-card").length;
    assert.equal(cards(), views.at(-1).cards.length);
    press(find("single"));
    assert.deepEqual([cards(), find("single").getAttribute("aria-pressed")], [1, "true"]);
    assert.equal(el.querySelector(".rt-live-key"), null);
    press(find("key"));
    assert.equal(el.querySelectorAll(".rt-live-key").length, 1);
    press(find("next"));
    assert.equal(focused(), `card-${views.at(-1).cards[1].id}`);
  });

  test("a folder is looked at again only after the look before was answered, and not when nobody can see it", () => {
    const { el, model, stop } = open(script);
    model.held.view = { ...model.held.view, folder: { name: "codes" } };
    const looks = () => model.sent.filter(({ type: what }) => what === "look").length;
    el.getClientRects = () => [];
    mock.timers.tick(3000);
    assert.equal(looks(), 0);
    el.getClientRects = () => [{}];
    mock.timers.tick(3000);
    mock.timers.tick(3000);
    assert.equal(looks(), 1);
    model.tell("msg:custom", { looked: true });
    mock.timers.tick(3000);
    assert.equal(looks(), 2);
    stop();
    model.tell("msg:custom", { looked: true });
    mock.timers.tick(9000);
    assert.equal(looks(), 2);
  });
});

test("the doctor looks by itself, measures the round trip and tells what the browser stores", () => {
  const { find, model, views } = open("classroom/checkup/script.js");
  mock.timers.tick(1);
  assert.deepEqual(
    model.sent.map(({ type: what }) => what),
    ["ping", "check"],
  );
  model.answer({ ...structuredClone(views[1]), pong: model.sent[0].mark });
  mock.timers.tick(1);
  const page = model.sent[2];
  assert.deepEqual([page.type, page.local, page.session, page.host], ["page", true, true, "localhost"]);
  assert.ok(page.milliseconds >= 0);
  assert.equal(localStorage.length + sessionStorage.length, 0, "nothing stays");
  press(find("look"));
  assert.equal(model.sent.at(-1).type, "check");
});

for (const [brought, shown] of [
  ["RT8A-34KM.RT8B", "RT8A-34KM RT8B"],
  ["<img src=x onerror=alert(1)>", "img srcx onerroralert1"],
  ["%E0%A4%A", "E0A4A"],
]) {
  test(`a link that brings ${brought.slice(0, 20)} puts only signs of codes into the report's box, until it is read`, () => {
    newPage();
    sessionStorage.setItem("readtwice-handed-in", brought);
    const { find, el } = open("classroom/reporting/script.js");
    assert.equal(find("text").value, shown);
    assert.equal(find("said").textContent, words.class_report.by_link);
    assert.equal(el.querySelector("img"), null);
    assert.equal(
      open("classroom/reporting/script.js").find("text").value,
      shown,
      "a page that is opened anew loses none",
    );
    press(find("make"));
    assert.equal(sessionStorage.length, 0, "nothing stays");
    assert.equal(open("classroom/reporting/script.js").find("text").value, "");
  });
}

const bring = (what, detail) => window.dispatchEvent(new window.CustomEvent(`readtwice-brought${what}`, { detail }));

test("each further link in the same tab adds its code to the report's box, and the same one once", () => {
  newPage();
  const { find, stop } = open("classroom/reporting/script.js");
  type(find("text"), "RT8A-34KM RT8B-22QX\n");
  for (const one of ["RT8C-1111.RT8D-2222", "RT8C-1111.RT8D-2222", "%E0%A4%A", "", "RT8E"]) bring("", one);
  assert.deepEqual(find("text").value.split("\n"), ["RT8A-34KM RT8B-22QX", "RT8C-1111 RT8D-2222", "E0A4A", "RT8E"]);
  assert.equal(find("said").textContent, words.class_report.by_link);
  bring("", "RT8E");
  assert.equal(find("said").textContent, words.class_report.by_link_known);
  stop();
  bring("", "RT8F");
  assert.ok(!find("text").value.includes("RT8F"), "a page that is closed hears nothing");
});

test("each further link in the same tab counts in the live view", () => {
  newPage();
  sessionStorage.setItem("readtwice-handed-in", "RT8A-1\nRT8B.2");
  const { model, stop } = open("classroom/live_view/script.js");
  bring("", "RT8C.3");
  const pasted = model.sent.filter((one) => one.type === "paste").map((one) => one.text);
  assert.deepEqual(pasted, ["RT8A-1\nRT8B 2", "RT8C 3"]);
  assert.equal(sessionStorage.length, 0, "nothing stays");
  stop();
});

test("a lesson that a link brought is opened by a click, once, as the bytes that it was", async () => {
  newPage();
  sessionStorage.setItem("readtwice-lesson", "UEsDBP_-");
  const { find, model } = open("lessons/opener.js");
  assert.equal(sessionStorage.length, 0, "nothing stays");
  assert.deepEqual(model.sent, [], "nothing opens by itself");
  press(find("brought"));
  for (let turn = 0; turn < 20 && !model.sent.length; turn += 1) await Promise.resolve();
  const [{ type: what, name }] = model.sent;
  assert.deepEqual([what, name], ["piece", "lesson.zip"]);
  for (const [damaged, isCut] of [
    ["", false],
    ["%%%", true],
    ["é", true],
    ["UEsDB", true],
  ]) {
    sessionStorage.setItem("readtwice-lesson", damaged);
    const again = open("lessons/opener.js");
    assert.equal(again.find("brought"), null);
    assert.equal(again.el.textContent.includes(words.lessons.link_cut), isCut);
  }
});

test("a second link to a lesson in the same tab takes the place of the first", async () => {
  newPage();
  sessionStorage.setItem("readtwice-lesson", "UEsDB_");
  const { find, el, model } = open("lessons/opener.js");
  sessionStorage.setItem("readtwice-lesson", "UEsDBP_-");
  bring("-lesson", "");
  press(find("brought"));
  for (let turn = 0; turn < 20 && !model.sent.length; turn += 1) await Promise.resolve();
  assert.equal(model.sent[0].name, "lesson.zip");
  sessionStorage.setItem("readtwice-lesson", "%%%");
  bring("-lesson", "");
  assert.ok(el.textContent.includes(words.lessons.link_cut));
});

test("slips are asked for by Enter too", () => {
  const { find, model } = open("classroom/slips/script.js");
  type(find("count"), " 12 ");
  key(find("count"), "Enter");
  assert.equal(model.sent[0].count, "12");
});

test("exports come by one button each", () => {
  const { find, model, views } = open("page/exports.js");
  press(find(`export-${views[0].formats[0].code}`));
  assert.equal(model.sent[0].format, views[0].formats[0].code);
});

test("the end takes the page to its top unless somebody has begun, and the focus to the title on request", () => {
  const { find, el, stop } = open("page/end.js");
  const title = document.createElement("h1");
  document.body.prepend(title);
  Object.defineProperty(document, "scrollingElement", { value: document.documentElement, configurable: true });
  document.documentElement.scrollTop = 400;
  mock.timers.tick(1000);
  assert.equal(document.documentElement.scrollTop, 0);
  press(find("top"));
  assert.equal(document.activeElement, title);
  stop();
  el.remove();
  open("page/end.js");
  document.documentElement.scrollTop = 400;
  window.dispatchEvent(new window.Event("wheel"));
  mock.timers.tick(1000);
  assert.equal(document.documentElement.scrollTop, 400);
});

test("a refused card leaves its topic in its box, and one that was made empties it", () => {
  const { find, model } = open("lessons/maker.js", -1);
  const view = model.get("view");
  type(find("new-topic"), "who opened it");
  press(find("new-add"));
  assert.equal(model.sent.at(-1).values.topic, "who opened it");
  model.answer({ problem: "No", faults: { "new-topic": "No" } });
  assert.equal(find("new-topic").value, "who opened it");
  model.answer({ cards: view.cards.slice(1) });
  assert.equal(find("new-topic").value, "who opened it", "another card was removed meanwhile");
  model.answer({ cards: view.cards });
  press(find("new-add"));
  model.answer({ cards: [...view.cards, { ...view.cards[0], id: "card-09" }] });
  assert.equal(find("new-topic").value, "");
  type(find("new-topic"), "the next one");
  model.answer();
  assert.equal(find("new-topic").value, "the next one");
});

test("what is written for a row or a figure of one's own stays until it is taken", () => {
  const { find, model } = open("activities/own_article/script.js", -1);
  const { rows, numbers } = model.get("view");
  for (const [name, text] of [
    ["row", "pond"],
    ["figure", "many"],
    ["source", "the town"],
  ]) {
    type(find(name), text);
  }
  press(find("add-figure"));
  model.answer({ said: "No" });
  press(find("add-row"));
  model.answer({ rows: rows + 1 });
  assert.deepEqual([find("row").value, find("figure").value, find("source").value], ["", "many", "the town"]);
  type(find("figure"), "400 people");
  press(find("add-figure"));
  model.answer({ rows: rows + 1, numbers: [...numbers, "400 people [the town]"] });
  assert.deepEqual([find("figure").value, find("source").value], ["", ""]);
});
