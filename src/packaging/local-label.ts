/** Whether a local version label has another one among its segments: `cu118.site` holds `site`, `site2` does not. */
export function holdsLabel(label: string, wanted: string): boolean {
  return `.${label}.`.includes(`.${wanted}.`);
}
