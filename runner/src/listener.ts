// What a simulator answers: one table, or what went wrong.
import { loading } from "./block.js";
import type { Listener } from "./engine.js";

interface Hearer {
  /** How far Python is loaded, in words; empty when it is. */
  loading(text: string): void;
  table(json: string): void;
  failed(text: string): void;
  succeeded?(): void;
}

/** Tells the hearer what the events of one simulator mean. */
export function listener(hearer: Hearer): Listener {
  let errors = "";
  return (event) => {
    switch (event.type) {
      case "bytes":
        hearer.loading(
          event.loaded < event.total ? loading("Python", event) : "",
        );
        break;
      case "output":
        if (event.stream === "stderr") errors += event.text;
        break;
      case "table":
        hearer.table(event.table);
        break;
      case "broken":
        hearer.failed(event.text);
        break;
      case "done":
        if (event.succeeded) hearer.succeeded?.();
        else hearer.failed(errors);
        errors = "";
    }
  };
}
