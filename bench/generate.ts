/** Makes the wheelhouse of the benchmarks, once: `node bench/generate.ts`. */
import { wheelhouse } from './generate/wheelhouse.ts';

const { folder, wheels, members, bytes } = wheelhouse();
console.log(`${folder}: ${wheels} wheels, ${members} members, ${(bytes / 1e9).toFixed(2)} GB`);
