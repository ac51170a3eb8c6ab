import { buildWheel } from '../../fixtures/build-wheel.ts';
import { declareWheel } from '../../fixtures/declaration.ts';
import type { WheelFacts } from '../../src/wheel/facts.ts';
import { goodName, read } from './reading.ts';

type Declaration = Parameters<typeof declareWheel>[0];

/** What is read out of a declared wheel. */
export async function readDeclared(
  wheel: Omit<Declaration, 'filename'> & Partial<Pick<Declaration, 'filename'>>,
): Promise<WheelFacts> {
  const declaration = declareWheel({ filename: goodName, ...wheel });
  return read(await buildWheel(declaration), declaration.filename);
}
