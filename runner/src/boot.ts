// Starts Python the same way in a reader's worker and when the site is built.
import type { PyodideConfig, PyodideInterface } from "pyodide";
import program from "./program.py";

/** The module that runs programs, under this name in Python. */
export const PROGRAM = "guide_program";

/**
 * Where a browser has stack switching, Pyodide builds it into the interpreter,
 * and a snapshot then works only there. Without it all browsers are alike.
 */
export function hideStackSwitching(): void {
  Reflect.deleteProperty(WebAssembly, "Suspending");
  Reflect.deleteProperty(WebAssembly, "promising");
}

export async function boot(
  load: (config: PyodideConfig) => Promise<PyodideInterface>,
  config: PyodideConfig,
): Promise<PyodideInterface> {
  const python = await load({ ...config, enableRunUntilComplete: false });
  if (!config._loadSnapshot) {
    const setup = `
import sys, types
module = sys.modules[name] = types.ModuleType(name)
exec(compile(source, name + ".py", "exec"), module.__dict__)
`;
    const globals = python.toPy({ name: PROGRAM, source: program });
    python.runPython(setup, { globals });
    globals.destroy();
  }
  return python;
}
