import { type Pip, supportedTagsOf, targetOf } from './find-pip.ts';

/** Where the tags that pip takes, best first, are not those of the model: sentences, none where they are the same. */
export async function compareTags(pip: Pip): Promise<string[]> {
  const differences = [true, false].map(async (manylinux) => {
    const theirs = await supportedTagsOf(pip, manylinux);
    const ours = [...targetOf(pip, manylinux).ranks.keys()];
    const place = Math.max(theirs.length, ours.length);
    const first = Array.from({ length: place }, (_, i) => i).find((i) => theirs[i] !== ours[i]);
    if (first === undefined) return [];
    const where = `tag ${first + 1}, manylinux ${manylinux ? 'on' : 'off'}`;
    return [`${pip.label}: ${where}: pip says ${theirs[first]}, the model ${ours[first]}`];
  });
  return (await Promise.all(differences)).flat();
}
