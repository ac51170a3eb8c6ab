/**
 * A copy that owns its characters. V8 keeps the whole text alive behind a slice of it, so that a kept name would keep
 * a 100 KB METADATA with it.
 */
export function detach(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
