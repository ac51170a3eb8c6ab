/** A workflow command as the runner of GitHub Actions reads it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The runner takes a line for a command by its beginning, blanks aside. */
export function isAnnotation(line: string): boolean {
  return line.trimStart().startsWith('::');
}

/**
 * Written after the runner's own reading: the second `::` ends the properties, and `%25` is decoded last.
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function readCommand(line: string): WorkflowCommand {
  const match = /^::(?<name>[a-z]+)(?: (?<list>.*?))?::(?<data>.*)$/s.exec(line);
  if (match?.groups === undefined) throw new Error(`no command: ${line}`);
  const { name = '', list = '', data = '' } = match.groups;
  const properties = Object.fromEntries(
    list.split(',').map((item) => {
      const equals = item.indexOf('=');
      return [item.slice(0, equals), decode(item.slice(equals + 1))];
    }),
  );
  return { name, properties, message: decode(data) };
}

const codes: Readonly<Record<string, string>> = {
  '%0D': '\r',
  '%0A': '\n',
  '%3A': ':',
  '%2C': ',',
  '%25': '%',
};

function decode(text: string): string {
  return Object.entries(codes).reduce(
    (decoded, [code, character]) => decoded.replaceAll(code, character),
    text,
  );
}
