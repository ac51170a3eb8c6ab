import { SparseBytes } from '../../../src/wheel/native/sparse-bytes.ts';

/** A binary of which everything is there. */
export function wholeBytes(bytes: Uint8Array): SparseBytes {
  const sparse = new SparseBytes(bytes.length);
  sparse.add(0, Buffer.from(bytes));
  return sparse;
}
