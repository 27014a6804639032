// What the reader brings to one of their groups: said, said differently, or taken back; fetched when somebody opens it.
import { Button } from '@fluentui/react-components';
import { pressed } from '../parts/acts.ts';
import { KnownForm } from '../parts/knownForm.tsx';
import { useSay } from '../parts/say.ts';
import { takesBackBrought } from './changes.ts';
import type { StageForm } from './stageForm.ts';

export default function BringForm({ group: { id, brought }, acts, close }: StageForm) {
  const say = useSay();
  const takeBack = (entry: string) => {
    acts.quick({ do: 'removeKnowledge', group: id, entry }, say('knowledge.removed'), takesBackBrought(id));
    close();
  };
  return (
    <>
      <KnownForm group={id} own={brought} acts={acts} close={close} />
      {brought && (
        <div className="actions">
          <Button appearance="subtle" onClick={pressed(() => takeBack(brought.id))}>
            {say('knowledge.remove')}
          </Button>
        </div>
      )}
    </>
  );
}
