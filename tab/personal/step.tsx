// What a person can do for one group now: its buttons, the form that one of them opens in place, and the chat.
import { Button } from '@fluentui/react-components';
import type { GroupLine, Home } from '../../bot/web/contract.ts';
import { chatLink } from '../host/page.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { Icon } from '../parts/icons.tsx';
import { useOpened } from '../parts/opened.ts';
import { useSay } from '../parts/say.ts';
import { useAround } from '../parts/surroundings.ts';
import { declines, doesPart } from './changes.ts';
import { stageForms } from './forms.tsx';
import { type FormName, type Offer, offersFor } from './offers.ts';

interface StepProps {
  group: GroupLine;
  home: Home;
  acts: QuickActs<Home>;
  /** The one thing to do stands out; the others don't. */
  first?: boolean;
}

const isForm = (offer: Offer): offer is FormName => Object.hasOwn(stageForms, offer);

function useQuick({ group, acts }: StepProps) {
  const say = useSay();
  const { id, topic } = group;
  return {
    accept: () =>
      acts.quick({ do: 'acceptSeat', group: id }, say('proposal.accepted', { topic }), doesPart(id)),
    decline: () => acts.quick({ do: 'declineSeat', group: id }, say('tab.saved.declined'), declines(id)),
    there: () =>
      acts.quick(
        { do: group.stage === 'discussion' ? 'closeDiscussion' : 'closeKickOff', group: id },
        say('tab.saved.there'),
        doesPart(id),
      ),
    courseDone: () => acts.quick({ do: 'completeCourse', group: id }, say('tab.saved.course'), doesPart(id)),
  };
}

export function Step(props: StepProps) {
  const { group, home, acts, first = false } = props;
  const say = useSay();
  const { host } = useAround();
  const quick = useQuick(props);
  const { open, opens, close } = useOpened<FormName>();
  const offers = offersFor(home, group);
  // What one brings can be said in every stage, beside what the stage asks for.
  const brings = group.phase === 'live';
  const shown = open && (open === 'brings' ? brings : offers.includes(open)) ? open : undefined;
  const Shown = shown && stageForms[shown];

  return (
    <>
      {group.phase === 'proposed' && group.waitsForMe && (
        <p className="note">
          <Icon name="lock" />
          <span>{say(group.confidential ? 'proposal.readersTeam' : 'proposal.readersShared')}</span>
        </p>
      )}
      <div className="actions">
        {offers.map((offer, n) => (
          <Button
            key={offer}
            appearance={first && n === 0 && !shown ? 'primary' : 'secondary'}
            {...(isForm(offer) ? opens(offer) : { onClick: pressed(quick[offer]) })}
          >
            {say(`tab.do.${offer}`)}
          </Button>
        ))}
        {(first || (group.waitsForMe && offers.length === 0)) && (
          <Button
            appearance={first && offers.length === 0 ? 'primary' : 'subtle'}
            icon={<Icon name="chat" />}
            onClick={() => void host.open(chatLink())}
          >
            {say(offers.length === 0 ? 'tab.chat.goOn' : 'tab.chat.answer')}
          </Button>
        )}
        {brings && (
          <Button appearance="subtle" {...opens('brings')}>
            {say('tab.do.brings')}
          </Button>
        )}
      </div>
      {Shown && <Shown group={group} home={home} acts={acts} close={close} />}
    </>
  );
}
