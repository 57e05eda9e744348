// Run by npm before it links the commands: without a POSIX shell, which is so on Windows, bin/vivarium is to be a script of Node. It is one
// to Node in any case: its shell part is a comment there. See docs/startup.md.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const SHELL = "#!/bin/sh\n";
const NODE = "#!/usr/bin/env -S node --stack-size=6000\n";

/** Gives a script of the shell Node's first line. */
exports.forNode = function forNode(file) {
  const text = fs.readFileSync(file, "utf8");
  if (text.startsWith(SHELL)) fs.writeFileSync(file, NODE + text.slice(SHELL.length));
};

if (require.main === module && process.platform === "win32") exports.forNode(path.join(__dirname, "vivarium"));
