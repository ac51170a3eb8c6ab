/** Relabels the wheels of a folder in place, and tells when it begins: `node relabel.ts <folder> <label>`. */
import { discover } from '../../../src/engine/discover.ts';
import { fixWheels } from '../../../src/fix/fix-wheels.ts';
import { nothing } from '../../../src/fix/plan/request.ts';

export async function relabel(folder: string, label: string, onBegin?: () => void) {
  const { locations } = await discover([folder], folder);
  const request = { ...nothing, label };
  onBegin?.();
  return fixWheels({
    tasks: locations.map((location) => ({ location, request })),
    destination: { folder: undefined, force: false, isDryRun: false },
    rules: [],
    label: undefined,
    onWait: () => undefined,
    onProgress: () => undefined,
  });
}

const [, script = '', folder, label = ''] = process.argv;
if (folder !== undefined && script === import.meta.filename) {
  await relabel(folder, label, () => process.stdout.write('begin\n'));
  process.stdout.write('end\n');
}
