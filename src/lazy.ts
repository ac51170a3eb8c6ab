/**
 * A value that is made when somebody first asks for it. The compiler of V8 does not look through it: making the value is
 * compiled once, and not again into each of those who ask.
 */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
