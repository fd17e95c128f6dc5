// Compiles the Python files in zips, by the Pyodide that will run them: node compile.mjs PYODIDE IN_OUT_PAIRS…
// Where a browser would compile each module at every start, it then only reads.
import { pathToFileURL } from "node:url";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...pairs] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: folder, packages: [] });
const compiled = pyodide.runPython(`
import io, zipfile
from importlib._bootstrap_external import _code_to_hash_pyc
from importlib.util import source_hash

def compiled(raw, root):
    """The same zip with compiled modules in place of sources. What does not compile stays as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(given.namelist()):
            if name.endswith("/"):
                continue
            content = given.read(name)
            if name.endswith(".py"):
                try:
                    code = compile(content, root + name, "exec", dont_inherit=True)
                except (SyntaxError, ValueError):
                    pass
                else:
                    content, name = _code_to_hash_pyc(code, source_hash(content), False), name + "c"
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()

lambda raw, root: compiled(raw.to_bytes(), root)
`);
for (let at = 0; at < pairs.length; at += 2) {
  const root = pairs[at].endsWith("python_stdlib.zip") ? "/lib/python314.zip/" : "/lib/python3.14/site-packages/";
  const made = compiled(new Uint8Array(readFileSync(pairs[at])), root);
  writeFileSync(pairs[at + 1], made.toJs());
  made.destroy();
}
process.exit(0);
