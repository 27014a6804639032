// `npm run restore`, once a backup was put back and before the app starts: nothing is sent that may have been sent already.
import { openAll, stop } from './open.ts';
import { clockFrom } from './run/clock.ts';
import { leadOf } from './run/lead.ts';

const { config, store } = await openAll();
const clock = clockFrom(config.clockUrl);
const lead = leadOf(store, clock, config.store.is === 'sqlite');
await lead.keep();
if (!lead.isOurs()) {
  await store.close();
  stop(
    'A replica still runs, or was lost less than half a minute ago. End all of them, then run this again.',
  );
}
const now = await clock.calendar();
const many = await store.transaction((tx) => tx.effects.restore(now));
await lead.drop();
await store.close();
process.stdout.write(
  `Restored. ${many} effects may have happened since the backup was made: what can be looked up is, after the ` +
    'start; the rest stays unknown on the facilitators’ page, and is never sent again.\n',
);
