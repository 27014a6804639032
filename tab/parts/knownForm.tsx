// What somebody brings to their group, in a sentence: said for the first time, or said differently.
import type { Acts } from './acts.ts';
import { faultsIn, Text } from './fields.tsx';
import { Form } from './form.tsx';
import { useSay } from './say.ts';

interface KnownFormProps {
  group: string;
  own: { text: string } | null | undefined;
  acts: Pick<Acts, 'send'>;
  close(): void;
}

export function KnownForm({ group, own, acts, close }: KnownFormProps) {
  const say = useSay();
  const title = say(own ? 'knowledge.again' : 'knowledge.ask');
  return (
    <Form
      title={title}
      readers={say('knowledge.audience')}
      submit={say('knowledge.send')}
      check={(typed) => faultsIn(say, typed, { words: { most: 300, required: say('knowledge.required') } })}
      send={({ words }) => acts.send({ do: 'bringKnowledge', group, words }, say('knowledge.told'))}
      close={close}
    >
      {(faults) => (
        <Text
          name="words"
          label={title}
          example={say('knowledge.example')}
          faults={faults}
          required
          before={own?.text}
        />
      )}
    </Form>
  );
}
