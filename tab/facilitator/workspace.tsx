// What there is of a group in Microsoft 365: each step of its blueprint and how it stands, fetched when a facilitator asks.
import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { usePolled } from '../api/polled.ts';
import { pressed } from '../parts/acts.ts';
import { Fetched } from '../parts/notice.tsx';
import { useSay } from '../parts/say.ts';
import { useAround } from '../parts/surroundings.ts';

function Steps({ group }: { group: string }) {
  const { api } = useAround();
  const seen = usePolled(useMemo(() => api.workspace(group), [api, group]));
  return (
    <>
      <Fetched seen={seen} rows={1} />
      {seen.value && (
        <ul className="links">
          {seen.value.steps.map((it) => (
            <li key={`${it.step} ${it.n ?? ''}`}>
              {it.said}
              {it.state === 'done' ? ' ✓' : ''}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function WorkspaceOf({ group, topic }: { group: string; topic: string | null }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const name = say('tab.facilitation.workspace');
  return (
    <>
      <div className="actions">
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={open}
          aria-label={topic === null ? name : `${name}: ${topic}`}
          onClick={pressed(() => setOpen(!open))}
        >
          {name}
        </Button>
      </div>
      {open && <Steps group={group} />}
    </>
  );
}
