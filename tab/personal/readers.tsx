// Who can see what of the reader, in a few sentences.
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';

const audiences = ['self', 'group', 'team', 'company', 'supervisor'] as const;

export function Readers({ contact }: { contact: string }) {
  const say = useSay();
  return (
    <Section title={say('tab.readers.title')}>
      <ul className="plain">
        {audiences.map((it) => (
          <li key={it}>{say(`privacy.${it}`)}</li>
        ))}
      </ul>
      <p className="quiet small">{say('privacy.rights', { contact })}</p>
    </Section>
  );
}
