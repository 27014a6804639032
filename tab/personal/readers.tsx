// Who can see what of the reader, in a few sentences.
import type { Home } from '../../bot/web/contract.ts';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';

const audiences = ['self', 'group', 'community', 'team', 'company', 'supervisor'] as const;

export function Readers({ home: { contact, communities } }: { home: Home }) {
  const say = useSay();
  const isTold = (it: (typeof audiences)[number]) =>
    it !== 'community' || communities.on || communities.lines.length > 0;
  return (
    <Section title={say('tab.readers.title')}>
      <ul className="plain">
        {audiences.filter(isTold).map((it) => (
          <li key={it}>{say(`privacy.${it}`)}</li>
        ))}
      </ul>
      <p className="quiet small">{say('privacy.rights', { contact })}</p>
    </Section>
  );
}
