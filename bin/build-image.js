// Makes the start-up image of bin/vivarium in dist/image: a V8 snapshot of the booted machine, and what tells the launcher whether it fits.
// Run by the build and by npm when the package is installed; without an image everything works, only more slowly. See docs/startup.md.
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const STACK = "--stack-size=6000";
/** Environment that would change what Node does, or what our own command does. */
const REMOVED = /^(NODE_OPTIONS|NODE_V8_COVERAGE|NODE_COMPILE_CACHE|PYTHON.*|VIVARIUM_.*)$/;

const firstLine = (file) => {
  try {
    return fs.readFileSync(file, "utf8").split("\n")[0].trim();
  } catch {
    return "";
  }
};

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

function run(args, environment) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [STACK, ...args], { encoding: "utf8", env: environment, timeout: 120_000 });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`node ${args[0]} ended with ${status}: ${stderr.slice(0, 2000)}`);
  return stdout;
}

/** Makes the image of a package, given its folder. Throws when that is impossible. */
exports.build = function build(root) {
  const dist = path.join(root, "dist");
  const bundle = path.join(dist, "vivarium-image.cjs");
  const folder = path.join(dist, "image");
  fs.rmSync(folder, { recursive: true, force: true });
  // The shell that looks at the image, and its tests of files, are there on these.
  if (process.platform === "win32") return false;
  const environment = { ...process.env, NODE_NO_WARNINGS: "1" };
  for (const name of Object.keys(environment)) if (REMOVED.test(name)) delete environment[name];
  fs.mkdirSync(folder);
  const blob = path.join(folder, "vivarium.blob");
  const script = path.join(folder, "build.cjs");
  try {
    // A snapshot's script is no module.
    const source = fs.readFileSync(bundle, "latin1");
    fs.writeFileSync(script, `const image = {};(function (exports, __filename) {${source}\n})(image, ${JSON.stringify(bundle)});\nimage.buildImage(${JSON.stringify(dist)});\n`, "latin1");
    run(["--snapshot-blob", blob, "--build-snapshot", script], environment);
    const said = run(["--snapshot-blob", blob, path.join(root, "bin", "vivarium"), "-I", "-c", "import os; print(6 * 7)"], environment);
    if (said !== "42\n") throw new Error(`the image answers ${JSON.stringify(said)}`);
    const now = Math.ceil(Date.now() / 1000);
    const stamp = (name, from, to = from) => {
      const file = path.join(folder, name);
      fs.writeFileSync(file, "");
      fs.utimesSync(file, from, to);
    };
    const node = fs.realpathSync(process.execPath);
    const made = Math.floor(fs.statSync(node).mtimeMs / 1000);
    stamp("node-from", made);
    stamp("node-to", made + 1);
    stamp("stamp", now);
    fs.utimesSync(blob, now, now);
    const known = { image_node: node, image_boot: firstLine("/proc/sys/kernel/random/boot_id"), image_cpu: firstLine("/sys/devices/system/cpu/modalias") };
    // Last: without it there is no image.
    fs.writeFileSync(path.join(folder, "launch"), Object.entries(known).map(([name, value]) => `${name}=${quoted(value)}\n`).join(""));
    return true;
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    fs.rmSync(script, { force: true });
  }
};

if (require.main === module) {
  const root = path.dirname(__dirname);
  try {
    if (fs.existsSync(path.join(root, "dist", "vivarium-image.cjs")) && exports.build(root)) console.log(`image: ${(fs.statSync(path.join(root, "dist/image/vivarium.blob")).size / 1e6).toFixed(1)} MB`);
  } catch (error) {
    console.error(`vivarium starts without an image: ${error.message}`);
  }
}
