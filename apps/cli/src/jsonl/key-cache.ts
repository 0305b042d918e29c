/** Characters of key text that are remembered, over all keys. */
const mostCharacters = 8 * 1024 * 1024;

/** Remembers what was made of each distinct key, within bounds: the oldest is forgotten first. */
export class KeyCache<Key> {
  readonly #read: (key: unknown) => Key;
  readonly #known = new Map<string, Key>();
  #characters = 0;

  constructor(read: (key: unknown) => Key) {
    this.#read = read;
  }

  get(key: unknown): Key {
    const text = JSON.stringify(key);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const made = this.#read(key);
    this.#remember(text, made);
    return made;
  }

  #remember(text: string, key: Key): void {
    if (text.length > mostCharacters) return;
    this.#known.set(text, key);
    this.#characters += text.length;
    for (const oldest of this.#known.keys()) {
      if (this.#characters <= mostCharacters) return;
      this.#known.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}
