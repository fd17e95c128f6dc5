// What the type checker knows beside the scripts. `Words` stands in words.d.ts, made from words/en.json.

/** The {values} that a phrase shows, or goes by as in `{count:card|cards}`. */
type Blanks<Phrase extends string> = Phrase extends `${string}{${infer Blank}}${infer Rest}`
  ? (Blank extends `${infer Name}:${string}` ? Name : Blank) | Blanks<Rest>
  : never;

/** A phrase that says how far one is. */
type Progress = `${string}{number}${string}{count}${string}`;

/** What an element may hold. */
type Child = Node | string | number | false | null | undefined | readonly Child[];

type Value = string | number | boolean | null | undefined;

type AttributeName =
  | "accept"
  | "alt"
  | "autocomplete"
  | "checked"
  | "class"
  | "disabled"
  | "download"
  | "draggable"
  | "for"
  | "hidden"
  | "href"
  | "id"
  | "inputmode"
  | "max"
  | "maxlength"
  | "min"
  | "multiple"
  | "open"
  | "readonly"
  | "role"
  | "rows"
  | "scope"
  | "selected"
  | "size"
  | "spellcheck"
  | "src"
  | "step"
  | "style"
  | "tabindex"
  | "type"
  | "value";

/** What is given to an element: attributes, and listeners by names that begin with "on". */
type Properties<Tag extends keyof HTMLElementTagNameMap> = { [name in AttributeName]?: Value } & {
  [name: `data-${string}` | `aria-${string}`]: Value;
} & {
  [Type in keyof GlobalEventHandlersEventMap as `on${Type}`]?: (
    event: GlobalEventHandlersEventMap[Type] & { readonly currentTarget: HTMLElementTagNameMap[Tag] },
  ) => void;
};

/** The part of anywidget's model that the scripts use. */
interface Model {
  get(name: "view"): any;
  get(name: "words"): Words;
  get(name: "pictures"): string[] | undefined;
  on(event: string, listener: (...values: any[]) => void): void;
  off(event: string, listener: (...values: any[]) => void): void;
  send(message: object, callbacks?: undefined, buffers?: ArrayBuffer[]): void;
  /** Draws widgets of other libraries, where the page has what they need. */
  widget_manager?: { get_model(id: string): Promise<object>; create_view(model: object): Promise<{ el: HTMLElement }> };
}

interface Choice {
  code: string;
  label: string;
}

/** Words of a text inside their sentence, with their paragraph's number. */
interface Quote {
  where: string;
  before: string;
  exact: string;
  after: string;
}

/** A sentence in a list that a learner chooses from. */
interface Sentence {
  id: string;
  where: string;
  text: string;
  kind: string;
}

interface Feedback {
  outcome: string;
  heading: string;
  line: string;
  quotes: Quote[];
  explanation: string;
  why: string;
  sources: string[];
  as_of: string;
  next: string;
  case?: string;
}

/** What came of a set of cards. */
interface SetCard {
  name: string;
  lines: string[];
  again: { place: number; topic: string }[];
}

/** What is said around a line to hand on. */
interface LineWords {
  label: string;
  note: string;
  copy: string;
  copied: string;
  copy_link?: string;
}

/** Answers that lie under other work in this folder. */
interface Elsewhere {
  learner: string;
  count: number;
  last: string;
}

interface SavedFile {
  name: string;
  text: string;
  /** Whether it becomes a link and no file. */
  link?: boolean;
  /** Whether the text stands for bytes. */
  base64?: boolean;
}

/** What each view holds, whatever the widget. */
interface BaseView {
  name: string;
  key: string;
  answers?: string;
  said?: string;
  again?: number;
}

/** What a widget is drawn from: `view` is what Python knows, `local` what only this page knows. */
interface Ui<View = any, Local = any> {
  view: View & BaseView;
  words: Words;
  local: Local;
  /** A prefix for ids. */
  id: string;
  /** The keys of the items that are the Tab stops of lists, by the lists' names. */
  stops: Record<string, string | undefined>;
  /** Which parts that fold are open, by their keys. */
  open: Record<string, boolean | undefined>;
  /** The answer that came with the file given last, and the one that was heard last. */
  given?: string;
  heard?: string;
  focusAfterAnswer: string | null;
  redraw(focusKey?: string | null): void;
  say(text: string, shown?: boolean): void;
  send(message: object, keep?: boolean, patience?: number): void;
  sendPiece(message: object, bytes: ArrayBuffer): Promise<void>;
}
