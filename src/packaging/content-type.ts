const types = ['text/plain', 'text/x-rst', 'text/markdown'];

/**
 * What is wrong with a `Description-Content-Type`, as a clause; `undefined` where nothing is. Where it is wrong, PyPI
 * refuses the file.
 * @see https://packaging.python.org/en/latest/specifications/core-metadata/#description-content-type
 */
export function contentTypeProblem(text: string): string | undefined {
  const [type = '', ...parameters] = text.split(';');
  if (!types.includes(type.trim().toLowerCase())) return `it is none of ${types.join(', ')}`;
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=');
    const name = parameter.slice(0, equals === -1 ? undefined : equals).trim();
    const value = equals === -1 ? '' : unquoted(parameter.slice(equals + 1).trim());
    if (name.toLowerCase() === 'charset' && value !== 'UTF-8') return 'its charset can only be UTF-8';
    const isVariant = name.toLowerCase() === 'variant' && type.trim().toLowerCase() === 'text/markdown';
    if (isVariant && value !== 'GFM' && value !== 'CommonMark')
      return 'its variant can only be GFM or CommonMark';
  }
  return undefined;
}

function unquoted(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text;
}
