// Takes from the worker what a reader's code must not reach: the network,
// what the site stores, other workers. What is not named here is gone.

const KEPT = new Set([
  // The language.
  ..."Object Function Array Number parseFloat parseInt Infinity NaN".split(" "),
  ..."undefined Boolean String Symbol Date Promise RegExp Error".split(" "),
  ..."AggregateError EvalError RangeError ReferenceError SyntaxError".split(" "),
  ..."TypeError URIError globalThis JSON Math Intl ArrayBuffer".split(" "),
  ..."Uint8Array Int8Array Uint16Array Int16Array Uint32Array".split(" "),
  ..."Int32Array Float32Array Float64Array Uint8ClampedArray".split(" "),
  ..."BigUint64Array BigInt64Array DataView Map BigInt Set".split(" "),
  ..."WeakMap WeakSet WeakRef Proxy Reflect Iterator decodeURI".split(" "),
  ..."FinalizationRegistry decodeURIComponent encodeURI".split(" "),
  ..."encodeURIComponent escape unescape eval isFinite isNaN".split(" "),
  ..."SuppressedError DisposableStack AsyncDisposableStack".split(" "),
  // What Python itself stands on.
  ..."WebAssembly TextDecoder TextEncoder crypto performance".split(" "),
  ..."setTimeout clearTimeout queueMicrotask MessageChannel".split(" "),
  ..."console constructor self AbortController AbortSignal".split(" "),
]);

export function seal(): void {
  for (
    let holder: object | null = globalThis;
    holder && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const name of Reflect.ownKeys(holder)) {
      if (typeof name === "string" && !KEPT.has(name)) {
        Reflect.deleteProperty(holder, name);
      }
    }
  }
}
