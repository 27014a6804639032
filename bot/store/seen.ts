// What a transaction has read already: a turn asks for the same things again and again, and only its own writing changes them.

export interface Seen {
  /** What was asked before under this name; else asks. */
  once<T>(name: string, ask: () => Promise<T>): Promise<T>;
  /** The same, one by one: asks for those alone that were not asked for before. Absent ones are not asked for again. */
  each<T>(
    kind: string,
    ids: readonly string[],
    ask: (unseen: string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<Map<string, T>>;
  /** After a write: everything is read again. */
  clear(): void;
}

export function seen(): Seen {
  const known = new Map<string, unknown>();
  return {
    async once<T>(name: string, ask: () => Promise<T>) {
      if (!known.has(name)) known.set(name, await ask());
      return known.get(name) as T;
    },

    async each<T>(
      kind: string,
      ids: readonly string[],
      ask: (unseen: string[]) => Promise<ReadonlyMap<string, T>>,
    ) {
      const wanted = [...new Set(ids)];
      const unseen = wanted.filter((id) => !known.has(`${kind} ${id}`));
      if (unseen.length > 0) {
        const found = await ask(unseen);
        for (const id of unseen) known.set(`${kind} ${id}`, found.get(id));
      }
      const there = new Map<string, T>();
      for (const id of wanted) {
        const value = known.get(`${kind} ${id}`);
        if (value !== undefined) there.set(id, value as T);
      }
      return there;
    },

    clear: () => known.clear(),
  };
}
