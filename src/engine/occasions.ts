import { hasOddMember } from '../wheel/archive/odd-members.ts';
import type { WheelContents } from '../wheel/contents.ts';

/**
 * What must be so in a wheel before some rules have anything to say of it. Of almost every wheel almost none of it is:
 * one look spares a dozen rules.
 */
const arises = {
  'end-faults': ({ endFaults }) => endFaults.length > 0,
  'header-faults': ({ headerFaults }) => headerFaults.length > 0,
  'record-faults': ({ record }) => record !== undefined && record.faults.size > 0,
  'unusual-names': ({ names }) => names.unusual.length > 0,
  'name-clashes': ({ names }) => names.scan.mayClash,
  'shadowing-folders': ({ names }) => names.scan.mayShadow,
  copies: ({ layout }) => layout.copies.length > 0,
  'odd-members': ({ members }) => hasOddMember(members),
  'odd-paths': ({ names }) => names.scan.isOdd,
  'marked-files': ({ layout }) => layout.marked.size > 0,
  'data-folders': ({ layout }) => layout.dataFolders.length > 0,
  bytecode: ({ layout }) => layout.bySuffix.has('pyc') || layout.bySuffix.has('pyo'),
  'stub-files': ({ layout }) => layout.bySuffix.has('pyi'),
  symbols: ({ symbols }) => symbols.length > 0,
} satisfies Record<string, (contents: WheelContents) => boolean>;

export type Occasion = keyof typeof arises;

export function occasionArises(occasion: Occasion, contents: WheelContents): boolean {
  return arises[occasion](contents);
}
