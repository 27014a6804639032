// Whoever asks for more than one person can mean is not heard for a moment, and is told so: once a minute in chat, at each press on the card.
import { type Allowances, acting, looking } from '../limits/rates.ts';
import { languageOf, speaker } from '../speech/say.ts';
import { type Aside, tellAside } from './aside.ts';
import { isInvoke } from './carryOut.ts';
import { isGlance } from './glance.ts';
import type { Clock } from './ports.ts';
import type { Answer, Hear, Turn } from './turn.ts';

export interface Limiting extends Aside {
  clock: Clock;
  rates: Allowances;
}

const isSaid = ({ said }: Turn) => said.is === 'text' || said.is === 'pressed';

/**
 * An answer to a press that Teams shows beside the card, whose inputs stay as they are. The statuses it knows have no
 * 429 (Universal Action Model, response format), and the words of an error are not promised to be shown.
 */
const notice = ({ speaker: { locale } }: Turn, seconds: number): Answer => ({
  notice: speaker(languageOf(locale))('refused.tooFast', { seconds }),
});

/** Only what people say and press counts; what Teams itself tells is always heard. */
export function withinRates(parts: Limiting, hear: Hear): Hear {
  return async (turn) => {
    if (!isSaid(turn)) return hear(turn);
    const isLook = isGlance(turn);
    const taken = parts.rates.take(turn.tenant, turn.speaker.oid, isLook ? looking : acting);
    if (taken.ok) return hear(turn);
    // Teams looks again on its own; until then the card stays as it is.
    if (isLook) return null;
    if (isInvoke(turn)) return notice(turn, taken.seconds);
    if (taken.first) {
      const about = { refused: 'tooFast', seconds: taken.seconds };
      await tellAside(parts, turn, await parts.clock.calendar(), { what: 'refused', about });
    }
    return null;
  };
}
