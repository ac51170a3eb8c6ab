/** What is said where paths lead to no wheel. */
export function noWheels(paths: readonly string[]): string {
  const places = paths.length > 0 ? paths.map((path) => `'${path}'`).join(', ') : 'this folder';
  return `There are no wheels (*.whl) in ${places}.`;
}
