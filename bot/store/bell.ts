// The bell between processes on one PostgreSQL database: who has planned something calls whoever performs it.
import { Client, type ClientConfig } from 'pg';

/** The channel of LISTEN and NOTIFY; a call says nothing but that it is worth looking. */
export const call = 'peerloop';

/** Whoever performs looks every second anyway, so a bell that is lost costs a moment and nothing else. */
const againMs = 1000;

export interface Bell {
  onCall(ring: () => void): void;
  close(): Promise<void>;
}

export function openBell(connection: ClientConfig): Bell {
  let hear = () => {};
  let isClosed = false;
  let client: Client | undefined;
  let waiting: NodeJS.Timeout | undefined;

  function again(lost: Client): void {
    if (isClosed || client !== lost) return;
    client = undefined;
    waiting = setTimeout(listen, againMs);
  }

  function listen(): void {
    const opened = new Client({ ...connection, application_name: 'peerloop bell', keepAlive: true });
    client = opened;
    opened.on('notification', () => hear());
    for (const loss of ['error', 'end'] as const) opened.on(loss, () => again(opened));
    answering(opened).catch(() => again(opened));
  }

  async function answering(opened: Client): Promise<void> {
    await opened.connect();
    await opened.query(`listen ${call}`);
    // Somebody may have called in between.
    hear();
  }

  return {
    onCall(ring) {
      hear = ring;
      if (!client && !waiting) listen();
    },
    async close() {
      isClosed = true;
      clearTimeout(waiting);
      await client?.end().catch(() => undefined);
    },
  };
}
