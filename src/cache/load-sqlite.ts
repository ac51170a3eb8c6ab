/**
 * `node:sqlite`, without the ExperimentalWarning that Node.js 22 prints when it is first loaded: nobody who runs a
 * linter can do anything about it. Loading takes no turn of the event loop, so no other warning is lost meanwhile.
 */
export function loadSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
