// What members wrote for their group: a list under its heading, each entry with its writer.
import type { ReactNode } from 'react';
import { useSay } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';

interface QuoteProps {
  by: string;
  mine: boolean;
  children: ReactNode;
}

export function Quote({ by, mine, children }: QuoteProps) {
  const say = useSay();
  return (
    <li className="row said">
      <p className="small quiet">{mine ? say('tab.within.you', { name: by }) : by}</p>
      <div>{children}</div>
    </li>
  );
}

interface WrittenProps {
  title: string;
  note?: string | undefined;
  none: string;
  children: ReactNode[];
}

export const Written = ({ title, note, none, children }: WrittenProps) => (
  <Section title={title} note={note}>
    <Rows none={none}>{children}</Rows>
  </Section>
);
