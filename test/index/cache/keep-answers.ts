/** A run of its own that keeps answers: `node keep-answers.ts <folder> <name> <count>`. */
import { AnswerCache } from '../../../src/index/cache/answer-cache.ts';

const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const cache = new AnswerCache({ folder });
for (let number = 0; number < Number(count); number += 1) {
  const url = `https://index.example/${name}/project-${number}`;
  cache.keep(
    { url, accept: 'application/json', authenticated: false },
    {
      source: url,
      etag: undefined,
      lastModified: undefined,
      received: Date.now(),
      age: 0,
      lifetime: 60_000,
      files: 1,
      text: 'x'.repeat(2000),
    },
  );
  // As a run does between two answers.
  if (number % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
}
cache.close();
if (cache.problem !== undefined) process.stderr.write(cache.problem);
