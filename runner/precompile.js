// Run by Node while Python for the browser is built: writes the standard
// library, compiled and compressed, and compiles the wheels, into the folder.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadPyodide } from "pyodide";

const folder = process.argv[2];
const python = await loadPyodide();

function source(path) {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

python.runPython(source("precompile.py"));
const call = (name, ...values) => {
  const result = python.globals.get(name)(...values);
  const bytes = result.toJs();
  result.destroy();
  return bytes;
};

const lockFile = join(folder, "pyodide-lock.json");
const lock = JSON.parse(readFileSync(lockFile, "utf8"));
for (const entry of Object.values(lock.packages)) {
  const file = join(folder, entry.file_name);
  python.FS.writeFile(entry.file_name, readFileSync(file));
  const compiled = call("wheel", entry.file_name);
  writeFileSync(file, compiled);
  entry.sha256 = createHash("sha256").update(compiled).digest("hex");
  python.unpackArchive(compiled.buffer, "wheel");
}
writeFileSync(lockFile, JSON.stringify(lock));

// What a reader's worker imports before any program, and before any check.
for (const name of ["program", "exercise"]) {
  python.FS.writeFile(`guide_${name}.py`, source(`src/${name}.py`));
}
python.runPython("importlib.invalidate_caches()\nimport guide_exercise");
const stdlib = gzipSync(call("stdlib"), { level: 9 });
writeFileSync(join(folder, "stdlib.zip.gz"), stdlib);
