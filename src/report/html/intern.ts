/** A list in which everything stands once. */
export class Interned<Key, Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<Key, number>();

  /** The place of what belongs to a key; it is made for the first who asks. */
  placeOf(key: Key, make: () => Value): number {
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.values.length;
      this.#places.set(key, place);
      this.values.push(make());
    }
    return place;
  }
}
