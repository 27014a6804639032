// What the page has to tell beside its contents: a fault and the way out of it, and that it runs on one machine only.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '../api/api.ts';
import type { Polled } from '../api/polled.ts';
import { type Key, type Say, useSay } from './say.ts';
import { Skeleton } from './section.tsx';
import { useAround } from './surroundings.ts';

const own: Readonly<Record<string, Key>> = {
  offline: 'tab.error.offline',
  late: 'tab.error.late',
  running: 'tab.error.late',
  consent: 'tab.signIn.why',
  broken: 'tab.error.broken',
  tryAgain: 'tab.error.broken',
  tooFast: 'tab.error.tooFast',
  notFound: 'tab.error.notFound',
  signIn: 'tab.signIn.refused',
  internal: 'tab.error.broken',
  keyUsed: 'tab.error.broken',
  badCursor: 'tab.error.broken',
  badQuery: 'tab.error.broken',
};

/** The server's sentence where it has one for people; else the tab's own for the code. */
export function sentenceOf(say: Say, { code, message }: Problem): string {
  const key = own[code];
  return key ? say(key) : (message ?? say('tab.error.broken'));
}

export function Local({ shown }: { shown: boolean }) {
  const say = useSay();
  if (!shown) return null;
  return (
    <header className="local">
      <p>{say('tab.local')}</p>
    </header>
  );
}

interface TroubleProps {
  problem: Problem;
  again(): Promise<void>;
}

/** Instead of a page that can't be shown. */
export function Trouble({ problem, again }: TroubleProps) {
  const say = useSay();
  const { host } = useAround();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const consent = problem.code === 'consent';
  const retry = async () => {
    setBusy(true);
    if (consent) setRefused((await host.token(false)) === undefined);
    await again();
    setBusy(false);
  };
  return (
    <section className="panel hero" role="alert">
      <h2>{say(consent ? 'tab.signIn.title' : 'tab.error.title')}</h2>
      <p>{sentenceOf(say, problem)}</p>
      {consent && refused && <p>{say('tab.signIn.refused')}</p>}
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void retry()}>
        {say(consent ? 'tab.signIn.allow' : 'tab.again')}
      </Button>
    </section>
  );
}

/** Instead of a part that could not be fetched; a new start fetches all that is there by then. */
export const NotFetched = () => (
  <Trouble problem={{ code: 'offline', lost: false }} again={async () => location.reload()} />
);

/** Above a page that is shown as it was last seen. */
function Stale({ problem, again }: TroubleProps) {
  const say = useSay();
  return (
    <div className="stale">
      <p>{sentenceOf(say, problem)}</p>
      <Button size="small" onClick={() => void again()}>
        {say('tab.again')}
      </Button>
    </div>
  );
}

interface FetchedProps {
  seen: Polled<unknown>;
  /** Of the outline. */
  rows: number;
}

/** Instead of what was not seen yet, or above it when it may be old. */
export function Fetched({ seen: { value, problem, again }, rows }: FetchedProps) {
  const say = useSay();
  if (value === undefined)
    return problem ? (
      <Trouble problem={problem} again={again} />
    ) : (
      <Skeleton label={say('tab.loading')} rows={rows} />
    );
  return (
    <div role="status" className="stale-place">
      {problem && <Stale problem={problem} again={again} />}
    </div>
  );
}
