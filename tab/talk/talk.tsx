// The second level of a community: its questions and tips for its members, and all that they can do there.
import { Button, Input } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Talk } from '../../bot/web/contract.ts';
import { usePolled } from '../api/polled.ts';
import { type Acts, useActs } from '../parts/acts.ts';
import { Bar } from '../parts/bar.tsx';
import { Choice, faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { Inner } from '../parts/inner.tsx';
import { More } from '../parts/more.tsx';
import { Fetched } from '../parts/notice.tsx';
import { useOpened } from '../parts/opened.ts';
import { Out } from '../parts/out.tsx';
import { useSay } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { most } from '../personal/stageForm.ts';
import { ThreadRow } from './thread.tsx';
import { useThreads } from './threads.ts';

export interface TalkProps {
  /** The community's id. */
  group: string;
  leave(): void;
}

function AskForm({ group, acts, close }: { group: string; acts: Acts; close(): void }) {
  const say = useSay();
  return (
    <Form
      title={say('tab.talk.ask')}
      readers={say('tab.talk.readers')}
      submit={say('tab.talk.send')}
      check={(typed) => ({
        ...faultsIn(say, typed, { words: { most: most.passage, required: say('tab.talk.required') } }),
        ...(typed.kind ? {} : { kind: say('tab.talk.kindRequired') }),
      })}
      send={({ words, kind }) => acts.send({ do: 'openThread', group, kind, words }, say('tab.saved.asked'))}
      close={close}
    >
      {(faults) => (
        <>
          <Text
            name="words"
            label={say('tab.talk.words')}
            example={say('tab.talk.wordsExample')}
            faults={faults}
            required
          />
          <Choice
            name="kind"
            label={say('tab.talk.kind')}
            faults={faults}
            options={[
              ['question', say('tab.talk.kind.question')],
              ['tip', say('tab.talk.kind.tip')],
            ]}
          />
        </>
      )}
    </Form>
  );
}

function Ask({ group, acts }: { group: string; acts: Acts }) {
  const say = useSay();
  const { open, opens, close } = useOpened<'ask'>();
  return (
    <>
      <div className="actions">
        <Button appearance={open ? 'secondary' : 'primary'} {...opens('ask')}>
          {say('tab.talk.ask')}
        </Button>
      </div>
      {open && <AskForm group={group} acts={acts} close={close} />}
    </>
  );
}

interface RoomProps {
  first: Talk;
  like: string;
  again(): Promise<void>;
  find(like: string): void;
}

function Room({ first, like, again, find }: RoomProps) {
  const say = useSay();
  const { api } = useAround();
  const { threads, more, open, touch, fresh } = useThreads(first, like);
  const acts = useActs(
    api,
    async () => {
      await again();
      await fresh();
    },
    { ...first, threads: [...threads] },
  );
  const shown = acts.shown?.threads ?? [];
  return (
    <>
      <p className="quiet">
        {`${say('kind.community')} · ${say('tab.community.members', { members: first.members })}`}
      </p>
      <Section title={say('tab.talk.list')}>
        <Ask group={first.id} acts={acts} />
        <Search like={like} find={find} />
        <Rows none={say(like === '' ? 'tab.talk.none' : 'tab.talk.notFound')}>
          {shown.map((thread) => (
            <ThreadRow key={thread.id} thread={thread} acts={acts} open={open} touch={touch} />
          ))}
        </Rows>
        <More of={more} label={say('tab.talk.more')} />
        {first.page && (
          <p>
            <Out to={first.page}>{say('tab.hall.page')}</Out>
          </p>
        )}
      </Section>
      <Bar done={acts.done} undo={acts.undo} dismiss={acts.dismiss} />
    </>
  );
}

/** How long a reader pauses before the app is asked for what they have typed. */
const pauseMs = 250;
const longest = 80;

function Search({ like, find }: Pick<RoomProps, 'like' | 'find'>) {
  const say = useSay();
  const [wanted, setWanted] = useState(like);
  useEffect(() => {
    const timer = setTimeout(() => find(wanted.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [wanted, find]);
  return (
    <Input
      type="search"
      className="search"
      value={wanted}
      maxLength={longest}
      aria-label={say('tab.talk.search')}
      placeholder={say('tab.talk.search')}
      onChange={(_, { value }) => setWanted(value)}
    />
  );
}

export default function TalkOf({ group, leave }: TalkProps) {
  const say = useSay();
  const { api } = useAround();
  const [like, setLike] = useState('');
  const seen = usePolled(useMemo(() => api.talk(group, { like }), [api, group, like]));
  const talk = seen.value;
  const title = talk && say('tab.talk.title', { area: talk.area });
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  return (
    <>
      <Inner
        title={title ?? say('tab.talk.list')}
        readers={say('tab.talk.readers')}
        back={say('tab.within.back')}
        leave={leave}
      />
      <Fetched seen={seen} rows={3} />
      {talk && <Room first={talk} like={like} again={seen.again} find={setLike} />}
    </>
  );
}
