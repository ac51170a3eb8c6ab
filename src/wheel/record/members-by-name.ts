import type { Member } from '../archive/directory.ts';

/**
 * Finds members by name, next to none of them through a table: rows mostly stand in the order of the archive, and a
 * table of a thousand names takes longer than everything else.
 */
export class MembersByName {
  readonly members: readonly Member[];
  #next = 0;
  #positions: ReadonlyMap<string, number> | undefined;

  constructor(members: readonly Member[]) {
    this.members = members;
    this.#skipFolders();
  }

  /** The member whose row should come next. */
  get expected(): Member | undefined {
    return this.members[this.#next];
  }

  /** Its position in the directory of the archive. */
  get position(): number {
    return this.#next;
  }

  advance(): void {
    this.#next += 1;
    this.#skipFolders();
  }

  /** Where a member is; of several with one name the last, as Python's `zipfile` has it. */
  find(name: string): number | undefined {
    this.#positions ??= new Map(this.members.map((member, position) => [member.name, position]));
    const position = this.#positions.get(name);
    if (position === undefined) return undefined;
    this.#next = position;
    this.advance();
    return position;
  }

  #skipFolders(): void {
    while (this.members[this.#next]?.name.endsWith('/') === true) this.#next += 1;
  }
}
