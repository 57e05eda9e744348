// Loads a bundle of dist/ from V8's code cache when there is a fresh one, because compiling the bundle would take longer than running
// it. CommonJS: loading an ES module alone costs milliseconds. See docs/cli.md.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

/** A cache begins with size and time of the bundle that it was made for: V8 itself looks only at the length of the source. */
function stampOf(stats) {
  const stamp = Buffer.alloc(16);
  stamp.writeDoubleLE(stats.size, 0);
  stamp.writeDoubleLE(stats.mtimeMs, 8);
  return stamp;
}

function readCache(file, stamp) {
  try {
    const data = fs.readFileSync(file);
    return data.length > 16 && data.compare(stamp, 0, 16, 0, 16) === 0 ? data.subarray(16) : undefined;
  } catch {
    return undefined;
  }
}

/** Best effort: a folder that may not be written to costs speed, nothing else. */
function writeCache(file, stamp, data) {
  const temporary = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(temporary, Buffer.concat([stamp, data]), { flag: "wx" });
    fs.renameSync(temporary, file);
  } catch {
    try {
      fs.unlinkSync(temporary);
    } catch {
      // it was never made
    }
  }
}

/** The exports of a bundle, and a function that stores the code cache after the work is done; undefined when the bundle is missing. */
exports.load = function load(bundle) {
  let source, stamp;
  try {
    const descriptor = fs.openSync(bundle, "r");
    stamp = stampOf(fs.fstatSync(descriptor));
    source = fs.readFileSync(descriptor, "latin1");
    fs.closeSync(descriptor);
  } catch {
    return undefined;
  }
  const cacheFile = `${bundle}.${process.versions.v8}-${process.arch}.cache`;
  const cachedData = readCache(cacheFile, stamp);
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: bundle,
    cachedData,
  });
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, require, module, bundle, path.dirname(bundle));
  const store = () => {
    if (cachedData === undefined || script.cachedDataRejected) writeCache(cacheFile, stamp, script.createCachedData());
  };
  return { exports: module.exports, store };
};
