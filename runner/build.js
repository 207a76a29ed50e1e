// Bundles src/ into the folder that is given as the only argument, and prints
// the file name of the page's entry: names carry a hash of their content.
import { build } from "esbuild";
import { rm } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const folder = resolve(process.argv[2]);
await rm(folder, { recursive: true, force: true });

const shared = {
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  outdir: folder,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  metafile: true,
  legalComments: "none",
  loader: { ".py": "text" },
  logLevel: "warning",
};

async function bundle(entry, define = {}) {
  const options = { ...shared, entryPoints: [entry], define, splitting: true };
  const { metafile } = await build(options);
  const outputs = Object.entries(metafile.outputs);
  const [file] = outputs.find(([, output]) => output.entryPoint === entry);
  return basename(file);
}

// A worker is fetched by its address, so the page's bundle must know its name.
const worker = await bundle("src/worker.ts");
const page = await bundle("src/page.ts", {
  WORKER_FILE: JSON.stringify(`./${worker}`),
});
console.log(page);
