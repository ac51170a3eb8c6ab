export { type RawArchive, type RawMember, rawZip } from '../../fixtures/raw-zip.ts';
