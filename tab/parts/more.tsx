// The button at the end of a list that goes on, and what went wrong with its next page.
import { Button } from '@fluentui/react-components';
import type { More as Pages } from '../api/more.ts';
import { sentenceOf } from './notice.tsx';
import { useSay } from './say.ts';

export function More({ of: { more, busy, problem }, label }: { of: Pages<unknown>; label: string }) {
  const say = useSay();
  return (
    <>
      <div role="status" className="stale-place">
        {problem && <p className="refusal">{sentenceOf(say, problem)}</p>}
      </div>
      {more && (
        <Button appearance="subtle" disabledFocusable={busy} onClick={more}>
          {busy ? say('tab.loading') : label}
        </Button>
      )}
    </>
  );
}
