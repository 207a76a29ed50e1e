// Run by Node: draws each table that it is given as JSON, and prints the pictures
// as JSON, as the page would draw them.
import { build } from "esbuild";
import { DOMParser, parseHTML } from "linkedom";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: ["src/chart.ts"],
  bundle: true,
  format: "esm",
  write: false,
  logLevel: "warning",
});
const { document } = parseHTML("<!doctype html><html><body></body></html>");
Object.assign(globalThis, { DOMParser });
const source = Buffer.from(outputFiles[0].text).toString("base64");
const { draw } = await import(`data:text/javascript;base64,${source}`);
const asked = JSON.parse(readFileSync(0, "utf8"));
const drawn = asked.map(({ table, axis }) => {
  return draw(document, table, axis).svg.outerHTML;
});
console.log(JSON.stringify(drawn));
