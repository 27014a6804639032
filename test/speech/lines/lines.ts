// The shape of the tables: sentences by the intent they are to be heard as.

/** A sentence alone, or with the slots that it fills. */
export type Line = string | readonly [text: string, slots: Readonly<Record<string, string>>];
export type Lines = Readonly<Record<string, readonly Line[]>>;

export const withSlots = (lines: Lines): [text: string, intent: string, slots: Record<string, string>][] =>
  Object.entries(lines).flatMap(([intent, said]) =>
    said.map((line): [string, string, Record<string, string>] =>
      typeof line === 'string' ? [line, intent, {}] : [line[0], intent, { ...line[1] }],
    ),
  );
