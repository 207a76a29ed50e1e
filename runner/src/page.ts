// Upgrades a page: its only script. Costs nothing more until it is needed.
import attributes from "../../blocks/attributes.json";
import { RunBlock } from "./block.js";
import { offerMermaid } from "./mermaid.js";

offerMermaid();
for (const root of document.querySelectorAll<HTMLElement>(
  `[${attributes.run}]`,
)) {
  new RunBlock(root);
}
