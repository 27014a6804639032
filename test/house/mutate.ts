// `npm run proof:mutate`: takes each mechanism out and demands that the test which is named for it turns red.
import { holds, removeEach } from './mutating.ts';

const all = await removeEach((it) => {
  const { mechanism, file, test, named, whole, removed } = it;
  process.stdout.write(
    `${holds(it) ? 'noticed    ' : 'NOT NOTICED'} ${mechanism} (${file})\n` +
      `            ${test}: ${named}: ${whole}, without it ${removed}\n`,
  );
});
const missed = all.filter((it) => !holds(it));
process.stdout.write(`${all.length - missed.length} of ${all.length} noticed\n`);
process.exitCode = missed.length > 0 ? 1 : 0;
