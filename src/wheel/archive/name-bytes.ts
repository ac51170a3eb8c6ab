/** Bits of {@link byteTraits} above the letter in lower case. */
export const byteBits = {
  beginsDevice: 0x100,
  unusual: 0x200,
  nonAscii: 0x400,
  /** No usual segment ends with it. */
  badLast: 0x800,
  space: 0x1000,
} as const;

export const letterMask = 0xff;

/** By byte of a name: the letter in lower case, and what it does to the name. */
export const byteTraits = Uint16Array.from({ length: 256 }, (_, byte) => {
  const { beginsDevice, unusual, nonAscii, badLast, space } = byteBits;
  if (byte >= 0x80) return byte | unusual | nonAscii;
  const letter = String.fromCharCode(byte).toLowerCase();
  const code = letter.charCodeAt(0);
  if (byte < 0x20 || byte === 0x7f || '\\<>:"|?*'.includes(letter)) return code | unusual;
  if (letter === ' ') return code | badLast | space;
  if (letter === '.') return code | badLast;
  return 'aclnp'.includes(letter) ? code | beginsDevice : code;
});

const devices = ['con', 'prn', 'aux', 'nul', 'com', 'lpt'].map((name) => pack(Buffer.from(name), 0));

/** Whether a segment may be the name of a device of Windows; almost all are none by their first letters. */
export function mayBeDevice(bytes: Uint8Array, at: number, end: number): boolean {
  if (((byteTraits[bytes[at] ?? 0] ?? 0) & byteBits.beginsDevice) === 0 || end - at < 3) return false;
  if (!devices.includes(pack(bytes, at))) return false;
  const next = end - at === 3 ? 0 : (bytes[at + 3] ?? 0) | 0x20;
  // `conin$` and `conout$` are devices too.
  return next < 0x61 || next > 0x7a || next === 0x69 || next === 0x6f;
}

/** Three letters in lower case as a number. */
function pack(bytes: Uint8Array, at: number): number {
  const letter = (position: number): number => (byteTraits[bytes[position] ?? 0] ?? 0) & letterMask;
  return (letter(at) << 16) | (letter(at + 1) << 8) | letter(at + 2);
}
