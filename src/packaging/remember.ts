import { detach } from '../detach.ts';

/**
 * Makes a value for each text once: the wheels of a wheelhouse ask for the same things again and again.
 * @param most texts that are remembered; past it all are forgotten, so that hostile input cannot fill the memory
 */
export function remember<Value>(most: number, make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  // By itself, so that V8 does not compile it into each of those who ask.
  const add = (text: string): Value => {
    if (made.size >= most) made.clear();
    // What is remembered must not keep a whole METADATA in memory.
    const own = detach(text);
    const value = make(own);
    made.set(own, value);
    return value;
  };
  return (text) => made.get(text) ?? add(text);
}
