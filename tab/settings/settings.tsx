// The settings of a channel tab: what it will show, and for which of the reader's groups.
import { Button, Field, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Home } from '../../bot/web/contract.ts';
import { usePolled } from '../api/polled.ts';
import { channelAddress, groupHere, personalLink } from '../host/page.ts';
import { Fetched } from '../parts/notice.tsx';
import { useSay } from '../parts/say.ts';
import { useAround } from '../parts/surroundings.ts';

function Choose({ home }: { home: Home }) {
  const say = useSay();
  const { host } = useAround();
  const groups = [
    ...home.groups
      .filter((it) => it.phase === 'live')
      .map(({ id, topic, kind }) => ({ id, topic, label: `${topic} · ${say(`kind.${kind}`)}` })),
    ...home.communities.lines
      .filter((it) => it.mine)
      .map(({ id, area }) => ({ id, topic: say('tab.settings.community', { area }) }))
      .map((it) => ({ ...it, label: it.topic })),
  ];
  const [chosen, setChosen] = useState(() => groupHere(host.group) ?? '');
  const group = groups.find((it) => it.id === chosen);
  const [id, name] = [group?.id, group?.topic];
  useEffect(() => {
    host.settle(id && name ? { group: id, name, address: channelAddress(id) } : undefined);
  }, [host, id, name]);
  if (groups.length === 0)
    return (
      <>
        <p>{say('tab.settings.none', { contact: home.contact })}</p>
        <Button appearance="primary" onClick={() => void host.open(personalLink())}>
          {say('tab.settings.find')}
        </Button>
      </>
    );
  return (
    <>
      <Field label={say('tab.settings.which')}>
        <Select value={group?.id ?? ''} onChange={(_, { value }) => setChosen(value)}>
          <option value="">{say('tab.settings.choose')}</option>
          {groups.map((it) => (
            <option key={it.id} value={it.id}>
              {it.label}
            </option>
          ))}
        </Select>
      </Field>
      <p role="status">{name ? say('tab.settings.ready', { topic: name }) : ''}</p>
    </>
  );
}

export function Settings() {
  const say = useSay();
  const { api, host } = useAround();
  const seen = usePolled(api.home);
  const { value } = seen;
  useEffect(() => {
    document.title = say('tab.settings.title');
  }, [say]);
  useEffect(() => host.settle(undefined), [host]);
  return (
    <main className="page narrow">
      <header className="top">
        <h1>{say('tab.settings.title')}</h1>
        <p>{say('tab.settings.why')}</p>
      </header>
      <Fetched seen={seen} rows={1} />
      {value && (
        <section className="panel">
          <Choose home={value} />
        </section>
      )}
      <p className="small">
        <a href="/help" target="_blank" rel="noreferrer">
          {say('tab.settings.help')}
        </a>
      </p>
    </main>
  );
}
