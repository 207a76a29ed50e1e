// Bundles src/ for the folder that holds Python for the browser, and prints
// what the site needs to know, as JSON: the page's entry, Python's folder.
// All names carry a hash of the content, so that no versions mix.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [python, target] = process.argv.slice(2).map((path) => resolve(path));
rmSync(target, { recursive: true, force: true });

const hash = createHash("sha256");
const bytes = {};
for (const name of readdirSync(python).sort()) {
  const content = readFileSync(join(python, name));
  hash.update(name).update(content);
  bytes[name] = content.length;
}
const folder = `python-${hash.digest("hex").slice(0, 8)}`;

async function bundle(entry, define) {
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
  });
  const outputs = Object.entries(metafile.outputs);
  const [file] = outputs.find(([, output]) => output.entryPoint === entry);
  return basename(file);
}

// A worker is fetched by its address, so the page's bundle must know its name.
const worker = await bundle("src/worker.ts", {});
const page = await bundle("src/page.ts", {
  WORKER_FILE: JSON.stringify(`./${worker}`),
  PYTHON: JSON.stringify({ folder, bytes }),
});
console.log(JSON.stringify({ page, folder }));
