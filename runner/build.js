// Bundles src/ for the folder that holds Python for the browser, and prints
// what the site needs to know, as JSON: the page's entry, Python's folder.
// All names carry a hash of the content, so that no versions mix. The service
// worker is put beside the folder: its address must never change.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [command, ...paths] = process.argv.slice(2);
const [python, target] = paths.map((path) => resolve(path));
rmSync(target, { recursive: true, force: true });

const hash = createHash("sha256");
const bytes = {};
// What has no suffix is not for the site.
for (const name of readdirSync(python).filter(extname).sort()) {
  const content = readFileSync(join(python, name));
  hash.update(name).update(content);
  bytes[name] = content.length;
}
const folder = `python-${hash.digest("hex").slice(0, 8)}`;

/** What comes along with an entry without being asked for: so much is light. */
const LIGHT_BYTES = 100_000;
const light = [];

async function bundle(entry, define, options = {}) {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
    entryPoints: [entry],
    define,
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target: "es2022",
    external: ["node:*"],
    loader: { ".py": "text" },
    outdir: target,
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
    ...options,
  });
  const { outputs } = metafile;
  const file = Object.keys(outputs).find(
    (name) => outputs[name].entryPoint === entry,
  );
  const isLight = ({ kind, path }) =>
    kind === "import-statement" || weight(outputs, path) < LIGHT_BYTES;
  for (const name of reach(outputs, file, isLight)) {
    light.push(`assets/runner/${basename(name)}`);
  }
  return basename(file);
}

/** The file, and what it imports by imports that are followed. */
function reach(outputs, file, follow) {
  const found = new Set([file]);
  for (const name of found) {
    for (const imported of outputs[name].imports) {
      if (!imported.external && follow(imported)) found.add(imported.path);
    }
  }
  return found;
}

/** Bytes of the file with all that it may ever import. */
function weight(outputs, file) {
  const all = [...reach(outputs, file, () => true)];
  return all.reduce((sum, name) => sum + outputs[name].bytes, 0);
}

// A worker is fetched by its address, so the page's bundle must know its name.
const worker = await bundle("src/worker.ts", {});
const page = await bundle("src/page.ts", {
  WORKER_FILE: JSON.stringify(`./${worker}`),
  PYTHON: JSON.stringify({ folder, bytes }),
  SERVING: JSON.stringify(command === "serve"),
});
const banner = `const LIGHT = ${JSON.stringify(light.sort())};`;
await bundle(
  "src/offline.ts",
  {},
  { outdir: dirname(target), entryNames: "[name]", banner: { js: banner } },
);
console.log(JSON.stringify({ page, folder }));
