/** Reads as `lint()` does, and looks at RECORD. */
import { discover } from '../../src/engine/discover.ts';
import { readAll } from '../../src/engine/reading/read-all.ts';
import type { WheelContents } from '../../src/wheel/contents.ts';
import { report } from './report.ts';

await report(async (folder) => {
  const { locations } = await discover([folder], process.cwd());
  let wheels = 0;
  let members = 0;
  await readAll(locations, undefined, {
    parts: new Set(),
    wants: () => false,
    visit: (contents) => {
      if (!isWhole(contents)) return;
      wheels += 1;
      members += contents.wheel.memberCount;
    },
  });
  return { wheels, members };
});

function isWhole({ wheel: { problems, distInfo, memberCount }, record }: WheelContents): boolean {
  return (
    problems.length === 0 &&
    distInfo?.metadata !== undefined &&
    distInfo.wheel !== undefined &&
    record?.matched === memberCount
  );
}
