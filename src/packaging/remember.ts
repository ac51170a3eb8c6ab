import { detach } from '../detach.ts';

/**
 * Makes a value for each text once: the wheels of a wheelhouse ask for the same things again and again.
 * @param most texts that are remembered; past it all are forgotten, so that hostile input cannot fill the memory
 */
export function remember<Value>(most: number, make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    // What is remembered must not keep a whole METADATA in memory.
    const own = detach(text);
    const value = make(own);
    made.set(own, value);
    return value;
  };
}
