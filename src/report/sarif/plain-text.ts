/** The rules' Markdown as plain text: code fences, backticks, emphasis and link syntax go, the words stay. */
export function plainText(markdown: string): string {
  return markdown
    .split(/^```.*\n?/m)
    .map((part, index) => (index % 2 === 0 ? plainProse(part) : part.replace(/^(?=.)/gm, '    ')))
    .join('')
    .replace(/^\n+|\s+$/g, '');
}

function plainProse(prose: string): string {
  return prose
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/(\*\*|`)(.+?)\1/g, '$2')
    .replace(/<(https?:[^>]*)>/g, '$1');
}

/** At most `length` characters, cut between words. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/\s+\S*$|.$/s, '')}…`.toWellFormed();
}
