/** The least that a client can do: `node bench/indexes/bare.ts <index URL> <connections>` asks, and drops the answers. */
import { Agent } from 'undici';
import { projectNames } from './projects.ts';

const [index = '', connections = '4'] = process.argv.slice(2);
const agent = new Agent({ connections: Number(connections), allowH2: false });
const names = projectNames.values();
const ask = async (): Promise<void> => {
  for (const name of names) {
    const { body } = await agent.request({
      origin: new URL(index).origin,
      path: `/pypi/${name}/json`,
      method: 'GET',
    });
    await body.dump({ limit: 2 ** 20 });
  }
};
await Promise.all(Array.from({ length: Number(connections) }, ask));
await agent.close();
