import { normalizeName } from '../../packaging/name.ts';
import { formatTagSet, type TagSet } from '../../packaging/tags.ts';
import { parseWheelFilename, type WheelFilename } from '../../wheel/filename.ts';
import { quoteInside } from '../../wheel/quote-inside.ts';
import { type ByteText, toBytes } from '../byte-text.ts';
import { Refused } from '../refused.ts';
import { folderRenames, memberRenames } from './folders.ts';
import { fieldOf, type HeaderText, readHeaderText, setValue } from './header-text.ts';
import { applyEdits, type LineEdit, sortEdits } from './line-edits.ts';
import type { Plan, TextChange } from './plan.ts';
import type { PlannedWheel } from './planned-wheel.ts';
import type { FixRequest } from './request.ts';
import { editRequirements } from './requirements.ts';
import { newVersions } from './versions.ts';
import { editBuild, editPurelib, editTags } from './wheel-file.ts';
import { withRecord } from './with-record.ts';

/**
 * Says what has to change in a wheel; nothing is read or written here.
 * @throws {Refused} where the wheel contradicts itself, so that any change would be a guess
 */
export function makePlan(wheel: PlannedWheel, request: FixRequest): Plan {
  const { name, distInfo, members } = wheel;
  const metadata = readHeaderText(wheel.metadata);
  const wheelFile = readHeaderText(wheel.wheelFile);
  refuseOtherName(metadata, name);
  const versionField = fieldOf(metadata, 'version');
  if (versionField === undefined) throw new Refused('METADATA says no version');
  const versions = newVersions(name.version, versionField.value, request);
  const tags = newTags(wheel, request);
  const isCalledAnew = request.names || request.label !== undefined;
  const stem = `${name.distribution}-${versions.filename}`;
  const folders = isCalledAnew ? folderRenames(members, distInfo, stem) : new Map();
  const renames = memberRenames(members, folders);

  const texts = [
    changed(`${distInfo}/METADATA`, metadata, [
      ...setValue(versionField, versions.metadata),
      ...editRequirements(metadata, request.requirements),
    ]),
    changed(`${distInfo}/WHEEL`, wheelFile, editWheelFile(wheelFile, wheel, tags, request)),
  ].filter((change) => change !== undefined);
  const draft = {
    filename: newFilename(name, versions.filename, tags),
    folders,
    renames,
    texts,
    dropped: new Set<ByteText>(),
    isRewritten: request.archive && wheel.isStreamed,
    notes: [],
  };
  return withRecord(draft, wheel);
}

function refuseOtherName(metadata: HeaderText, name: WheelFilename): void {
  const field = fieldOf(metadata, 'name');
  if (field === undefined || normalizeName(field.value) !== name.project) {
    const says = field === undefined ? 'no name' : `the name ${quoteInside(field.value)}`;
    throw new Refused(`METADATA says ${says}, the file name ${quoteInside(name.distribution)}`);
  }
}

function newTags({ name, suggestedTags }: PlannedWheel, { retag, sortedTags }: FixRequest): TagSet {
  const tags = (retag === 'auto' ? suggestedTags : retag) ?? name;
  if (!sortedTags) return tags;
  const sorted = (part: readonly string[]) => part.toSorted();
  return { pythons: sorted(tags.pythons), abis: sorted(tags.abis), platforms: sorted(tags.platforms) };
}

function editWheelFile(
  wheelFile: HeaderText,
  { name, hasNative }: PlannedWheel,
  tags: TagSet,
  { retag, wheelFile: isSynced }: FixRequest,
): LineEdit[] {
  if (retag === undefined && !isSynced) return [];
  const isForOnePlatform = !tags.platforms.includes('any');
  return [
    ...editTags(wheelFile, tags),
    ...editBuild(wheelFile, name.build?.text),
    ...(retag !== undefined && hasNative && isForOnePlatform ? editPurelib(wheelFile) : []),
  ];
}

/** Every part that stays is spelled as before. */
function newFilename(name: WheelFilename, version: string, tags: TagSet): string {
  const [distribution = '', , ...rest] = name.filename.slice(0, -'.whl'.length).split('-');
  const isSameTags = formatTagSet(tags) === formatTagSet(name);
  const tail = isSameTags ? rest : [...rest.slice(0, -3), formatTagSet(tags)];
  const filename = [distribution, version, ...tail].join('-').concat('.whl');
  const parsed = parseWheelFilename(filename);
  if (!parsed.ok) throw new Refused(`its new name would be wrong: ${parsed.reason}`);
  return filename;
}

function changed(member: ByteText, text: HeaderText, edits: readonly LineEdit[]): TextChange | undefined {
  if (edits.length === 0) return undefined;
  const content = toBytes(applyEdits(text.lines, edits));
  if (content.equals(toBytes(text.lines.join('')))) return undefined;
  return { member, isNew: false, edits: sortEdits(edits), content };
}

/** Whether a plan changes nothing. */
export function isNothing(plan: Plan, { filename }: WheelFilename): boolean {
  return (
    plan.filename === filename && plan.texts.length === 0 && plan.renames.size === 0 && !plan.isRewritten
  );
}
