// What the tab asks of the Teams client around it; only teams.ts knows how it is asked.

export type ThemeName = 'default' | 'dark' | 'contrast';

/** What the client says about itself and may change while the tab is open. */
export interface Surroundings {
  theme: ThemeName;
  /** A BCP 47 tag, such as `de-de`. */
  locale: string;
}

/** What becomes of a channel tab once its settings are saved. */
export interface Pinned {
  group: string;
  name: string;
  address: string;
}

export interface Host {
  first: Surroundings;
  /** The group that this channel tab was set up for. */
  group: string | undefined;
  /** Where in the tab a deep link leads: the id of one of the reader's groups. */
  part: string | undefined;
  onChange(tell: (now: Partial<Surroundings>) => void): void;
  /** Undefined when Teams gives none without asking (`quietly`), or at all. */
  token(quietly: boolean): Promise<string | undefined>;
  /** Opens an address inside Teams. */
  open(link: string): Promise<void>;
  /** The tab shows something now, so Teams takes its own loading sign away. */
  shown(): void;
  /** Lets the settings page be saved, as soon as and as long as there is something to save. */
  settle(pinned: Pinned | undefined): void;
}

const framed = () => window.parent !== window;

/** Undefined outside Teams: in a window of its own, or where nobody answers. */
export async function findHost(origins: string[]): Promise<Host | undefined> {
  if (!framed()) return undefined;
  const { teamsHost } = await import('./teams.ts');
  return teamsHost(origins);
}
