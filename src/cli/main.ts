#!/usr/bin/env node
// No static import and no new syntax here: an older Node has to get as far as the message.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `wheelhouse-lint needs Node.js 22.19 or newer, and this is ${process.versions.node}: run it with a newer Node.js.\n`,
  );
  process.exitCode = 2;
} else {
  // Half of the start of a small run is compiling the same sources again.
  process.getBuiltinModule('node:module').enableCompileCache();
  const { run } = await import('./run.ts');
  await run(process.argv.slice(2));
}

export {};
