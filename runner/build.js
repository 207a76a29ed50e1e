// Bundles src/ for the folders that hold what starts each language, and prints
// what the site needs to know, as JSON: the page's entry, and those folders.
// All names carry a hash of the content, so that no versions mix. The service
// worker and what goes into Material's search worker are put beside the folder:
// their addresses are fixed. So is a list of the packages whose code was bundled.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [command, ...paths] = process.argv.slice(2);
const [built, target] = paths.map((path) => resolve(path));
rmSync(target, { recursive: true, force: true });

/** The language's folder as the site names it, and the bytes of its files. */
function hashed(language) {
  const hash = createHash("sha256");
  const bytes = {};
  const folder = join(built, language);
  // What has no suffix is not for the site.
  for (const name of readdirSync(folder).filter(extname).sort()) {
    const content = readFileSync(join(folder, name));
    hash.update(name).update(content);
    bytes[name] = content.length;
  }
  return { folder: `${language}-${hash.digest("hex").slice(0, 8)}`, bytes };
}

/** What comes along with an entry without being asked for: so much is light. */
const LIGHT_BYTES = 100_000;
const light = [];
/** Each package whose code is in a bundle, by its folder in node_modules/. */
const packages = new Set();

async function bundle(entry, options) {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
    entryPoints: [entry],
    bundle: true,
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
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /node_modules\/(.*node_modules\/)?(@[^/]+\/)?[^/]+/;
      if (bytesInOutput) packages.add(path.match(folder)?.[0]);
    }
  }
  const isLight = ({ kind, path }) =>
    kind === "import-statement" || weight(outputs, path) < LIGHT_BYTES;
  if (outputs[file].bytes < LIGHT_BYTES) {
    for (const name of reach(outputs, file, isLight)) {
      light.push(`assets/runner/${basename(name)}`);
    }
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

const folders = {};
const define = { SERVING: JSON.stringify(command === "serve") };
for (const language of ["python", "postgres"]) {
  const { folder, bytes } = hashed(language);
  folders[language] = folder;
  // A worker is fetched by its address, which the page's bundle must know.
  const worker = `./${await bundle(`src/${language}_worker.ts`)}`;
  // As a text: esbuild would give an object a file of its own.
  const built = JSON.stringify({ worker, folder, bytes });
  define[language.toUpperCase()] = JSON.stringify(built);
}
const page = await bundle("src/page.ts", { define, splitting: true });
const banner = `const LIGHT = ${JSON.stringify(light.sort())};`;
const beside = { outdir: dirname(target), entryNames: "[name]" };
await bundle("src/offline.ts", { ...beside, banner: { js: banner } });
await bundle("src/search.ts", { ...beside, format: "iife" });
packages.delete(undefined); // our own
const list = JSON.stringify([...packages].sort());
writeFileSync(join(beside.outdir, "packages.json"), list);
console.log(JSON.stringify({ page, folders }));
