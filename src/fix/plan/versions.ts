import { holdsLabel } from '../../packaging/local-label.ts';
import { comparePublic, localLabel, parseVersion, type Version } from '../../packaging/version.ts';
import { quoteInside } from '../../wheel/quote-inside.ts';
import { Refused } from '../refused.ts';
import type { FixRequest } from './request.ts';

/** The version as it is to be spelled in each place. */
export interface NewVersions {
  readonly filename: string;
  readonly metadata: string;
}

/**
 * Where the label goes. The public part stays as each place spells it.
 * @param metadataText the `Version` of METADATA
 * @throws {Refused} where it cannot be told which version the wheel has
 */
export function newVersions(
  fileVersion: Version,
  metadataText: string,
  { label, existingLabel, names }: Pick<FixRequest, 'label' | 'existingLabel' | 'names'>,
): NewVersions {
  const normal = names ? normalSpelling(fileVersion) : fileVersion.text;
  if (label === undefined) return { filename: normal, metadata: metadataText };
  const metadata = parseVersion(metadataText);
  if (metadata === undefined) {
    throw new Refused(`METADATA says version ${quoteInside(metadataText)}, which is not a version`);
  }
  const [inName, inMetadata] = [localLabel(fileVersion), localLabel(metadata)];
  if (comparePublic(fileVersion, metadata) !== 0 || (inName && inMetadata && inName !== inMetadata)) {
    throw new Refused(
      `METADATA says version ${quoteInside(metadataText)}, the file name ${quoteInside(fileVersion.text)}: which of them is right is not known`,
    );
  }
  const wanted = labelled(inName ?? inMetadata, label, existingLabel);
  return {
    filename: spelled(fileVersion, wanted, inName === wanted && !names),
    metadata: spelled(metadata, wanted, inMetadata === wanted),
  };
}

function labelled(current: string | undefined, label: string, existing: FixRequest['existingLabel']): string {
  if (current === undefined) return label;
  const single = withoutRepeats(current);
  if (holdsLabel(current, label)) return single;
  return existing === 'extend' ? `${single}.${label}` : current;
}

/** `cc.cc` → `cc`: a build script added it a second time. Numbers may stand twice. */
function withoutRepeats(label: string): string {
  return label
    .split('.')
    .filter((segment, index, all) => !/[a-z]/.test(segment) || all.indexOf(segment) === index)
    .join('.');
}

function spelled({ text }: Version, label: string, isRight: boolean): string {
  return isRight ? text : `${text.replace(/\+.*/s, '')}+${label}`;
}

/** Only the label: the public part may be spelled as the project likes. */
function normalSpelling(version: Version): string {
  const label = localLabel(version);
  return label === undefined ? version.text : spelled(version, label, false);
}
