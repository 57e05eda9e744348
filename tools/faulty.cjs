// The command `vivarium` of the build for fault runs (tools/rolldown.faults.ts): `node --stack-size=6000 tools/faulty.cjs program.py`. See docs/memory.md.
"use strict";
const path = require("node:path");

const root = path.join(__dirname, "..");
const { main } = require(path.join(root, "build", "vivarium-faults.cjs"));
process.exit(main(process.argv.slice(2), path.join(root, "dist")));
