// PURE: when two names of the directory mean the same professional area.

/** As it is compared: letter case and spaces make no other area. */
export const sameArea = (area: string): string =>
  area.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
