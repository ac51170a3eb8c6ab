/** Reads every byte of every wheel, and compares digests with RECORD, as `lint --deep` does. */
import { discover } from '../../src/engine/discover.ts';
import { readAll } from '../../src/engine/reading/read-all.ts';
import type { WheelContents } from '../../src/wheel/contents.ts';
import { report } from './report.ts';

await report(async (folder) => {
  const { locations } = await discover([folder], process.cwd());
  let wheels = 0;
  let members = 0;
  await readAll(locations, undefined, {
    parts: new Set(['digests']),
    wants: (part) => part === 'digests',
    visit: ({ wheel, digests }: WheelContents) => {
      members += wheel.memberCount;
      // All but RECORD itself.
      if (digests?.compared === wheel.memberCount - 1 && digests.mismatched.count === 0) wheels += 1;
    },
  });
  return { wheels, members };
});
