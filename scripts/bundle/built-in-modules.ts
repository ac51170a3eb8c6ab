import type { Plugin } from 'rolldown';

/** As rolldown writes them: `import path, { join as join$1 } from "node:path";`. */
const declaration = /^import (?:([\w$]+)(?:, )?)?(?:\{ ([^}]*) \})? from "(node:[\w/]+)";$/gm;

/**
 * Takes the modules of Node.js without an `import` of each: that one loads every part of a module, used or not, because
 * each has to have a name to be imported by (streams and promises of `node:fs`, text decoders of `node:util`).
 */
export const builtInModules: Plugin = {
  name: 'built-in modules',
  renderChunk: (code) =>
    code.replace(declaration, (_, whole: string | undefined, names: string | undefined, module: string) => {
      const parts = names && `{ ${names.replaceAll(' as ', ': ')} }`;
      return [whole, parts]
        .flatMap((part) => (part ? [`const ${part} = process.getBuiltinModule("${module}");`] : []))
        .join(' ');
    }),
};

/** Loading what starts processes, and with it what opens sockets, takes a twentieth of the time of a small run. */
export const childProcessLater: Plugin = {
  name: 'child process later',
  transform(code, id) {
    if (!id.endsWith('/commander/lib/command.js')) return undefined;
    const statement = "import childProcess from 'node:child_process';";
    if (!code.includes(statement)) throw new Error(`${id} does not load child processes as it did`);
    return code.replace(
      statement,
      "const childProcess = { get spawn() { return process.getBuiltinModule('node:child_process').spawn; } };",
    );
  },
};
