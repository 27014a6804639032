// Who can read what, and being forgotten.
import { eraseMe, forgetPerson, personGone } from './erase.ts';
import { privacyCards } from './privacyCards.ts';

const shows = (show: string) => () => ({ show });

export const privacy = {
  commands: [eraseMe, forgetPerson, personGone],
  cards: privacyCards,
  conversation: {
    hears: {
      privacy_info: shows('privacy'),
      export_data: shows('privacy'),
      delete_data: shows('erase'),
    },
  },
};
