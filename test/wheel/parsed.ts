import { parseWheelFilename, type WheelFilename } from '../../src/wheel/filename.ts';

/** @throws where the text is no name of a wheel */
export function filename(text: string): WheelFilename {
  const result = parseWheelFilename(text);
  if (!result.ok) throw new Error(result.reason);
  return result.name;
}

/** The reason why a name is refused. @throws where it is not */
export function reasonAgainst(text: string): string {
  const result = parseWheelFilename(text);
  if (result.ok) throw new Error(`${text} is the name of a wheel`);
  return result.reason;
}
