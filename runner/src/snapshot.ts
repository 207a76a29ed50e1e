// Run by Node while the site is built: writes the memory of a started Python.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { loadPyodide } from "pyodide";
import { boot, hideStackSwitching } from "./boot.js";

const folder = process.argv[2]!;
hideStackSwitching();
const python = await boot(loadPyodide, {
  indexURL: folder,
  lockFileContents: readFileSync(`${folder}/pyodide-lock.json`, "utf8"),
  packageBaseUrl: folder,
  _makeSnapshot: true,
});
const bytes: Uint8Array = python.makeMemorySnapshot();
// Compressed here, as hosts do not compress what they have no name for.
writeFileSync(`${folder}/snapshot.bin.gz`, gzipSync(bytes, { level: 9 }));
