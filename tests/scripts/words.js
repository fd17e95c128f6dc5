// Makes words.d.ts: the interface words as a type, so that a misspelt key or a missing {value} fails.

import { readFileSync, writeFileSync } from "node:fs";

const words = readFileSync(new URL("../../src/readtwice/words/en.json", import.meta.url), "utf8");
writeFileSync(new URL("words.d.ts", import.meta.url), `type Words = ${words}`);
