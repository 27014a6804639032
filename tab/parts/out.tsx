// A link that leaves Teams, and says so.
import { Icon } from './icons.tsx';
import { useSay } from './say.ts';

const safe = (address: string) => /^https?:\/\//i.test(address);

export function Out({ to, children }: { to: string | null; children: string }) {
  const say = useSay();
  if (!to || !safe(to)) return <span>{children}</span>;
  return (
    <a className="out" href={to} target="_blank" rel="noreferrer">
      {children}
      <Icon name="out" />
      <span className="unseen">{say('tab.opensNew')}</span>
    </a>
  );
}
