// Runs one notebook of the site in Firefox, by puppeteer-core over WebDriver BiDi: node firefox.mjs FIREFOX SITE NOTEBOOK
// Prints one line of JSON: how many cells ran, what failed, how many of our widgets stand there, what was asked elsewhere.
import puppeteer from "puppeteer-core";

const [executablePath, site, notebook] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const page = await browser.newPage();
const strangers = [];
page.on("request", (request) => {
  const { protocol, origin } = new URL(request.url());
  if (/^(http|ws)/.test(protocol) && origin !== new URL(site).origin) strangers.push(request.url());
});
const wait = (code) => page.waitForFunction(code, { timeout: 240_000 });
await page.goto(`${site}/notebooks/index.html?path=${notebook}`, { waitUntil: "domcontentloaded" });
await wait(`(() => { const session = window.jupyterapp?.shell.currentWidget?.sessionContext;
  return session && session.isReady && session.session?.kernel?.status === "idle"; })()`);
await page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => null)");
const cells = "window.jupyterapp.shell.currentWidget.content.widgets.filter(c => c.model.type === 'code')";
await wait(`${cells}.every(c => c.model.executionState !== "running" && c.model.executionCount !== null)`);
await wait("document.querySelector('section.rt')");
const found = await page.evaluate(`(() => { const cells = ${cells};
  const outputs = cells.flatMap(c => c.model.outputs.toJSON());
  return { cells: cells.length, failed: outputs.filter(o => o.output_type === "error").map(o => o.evalue),
    widgets: document.querySelectorAll("section.rt").length,
    asked: outputs.filter(o => Object.keys(o.data ?? {}).some(kind => kind.includes("widget-view"))).length }; })()`);
console.log(JSON.stringify({ ...found, strangers }));
await browser.close();
