/**
 * Fills the `{placeholder}`s of a message.
 * @throws {Error} where a value is missing: a fault of the rule, found by its tests
 */
export function fillMessage(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = data[key];
    if (value === undefined) throw new Error(`message placeholder '{${key}}' has no value: ${template}`);
    return value;
  });
}
