// The yardstick: what anyone gets who calls loadPyodide in a worker.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const python = await loadPyodide();
python.setStdout({ batched: (text) => postMessage(text) });
python.runPython("print('up')");
