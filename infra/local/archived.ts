// Whether a team or channel is archived: by hand at once, by Graph once the operation that was asked for has ended.

/** Archived it can be read, and not written to: by an owner, or as it was last asked of Graph. */
export interface Archivable {
  isArchived?: true;
  archiving?: {
    operation: string;
    archives: boolean;
    createdDateTime: string;
    readyDateTime: string;
    failed?: true;
  };
}

interface Clock {
  now(): string;
}

export function isArchived({ now }: Clock, { archiving, isArchived: byHand }: Archivable): boolean {
  const isOver = archiving !== undefined && !archiving.failed && now() >= archiving.readyDateTime;
  return isOver ? archiving.archives : byHand === true;
}

/** Graph docs, "channel: archive": the channels of an archived team are archived as well. */
export const isReadOnly = (clock: Clock, team: Archivable, channel: Archivable): boolean =>
  isArchived(clock, team) || isArchived(clock, channel);
