import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const folder = join(import.meta.dirname, '../schemas');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** What a JSON schema says against a value; nothing where it fits. @param name path from `schemas/` */
export function schemaProblems(name: string, value: unknown): string[] {
  const ajv = new Ajv({ allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(read(name)));
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** What libxml2 says against a document with an XML schema of `schemas/`. */
export async function xmlProblems(name: string, xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [{ fileName: name, contents: read(name) }],
    // Pages of 64 KiB: a thousand findings need more than it sets aside by itself.
    initialMemoryPages: 512,
    maxMemoryPages: 8192,
  });
  return errors.map(({ message }) => message);
}
