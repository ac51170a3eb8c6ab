import type { InstallerModel } from '../model.ts';
import { pipToday } from './pip.ts';

/**
 * What the draft of a "local" wheel tag (January 2020, never numbered) would have changed in today's pip: a `local_*`
 * platform beats every other wheel of the same version. Where a newer version has a wheel that is not local, the draft
 * leaves it to the installer whether to take the older local wheel or to stop; that is `localConflict`.
 */
export const localTagDraft: InstallerModel = {
  ...pipToday,
  key: ['hash', 'not-yanked', 'binary', 'version', 'local-tag', 'tag', 'build'],
  localTags: true,
  localConflict: 'older local',
};
