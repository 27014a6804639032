// `npm run proof:mutate`: takes each mechanism out and demands that the test which is named for it turns red.
import { removeAll } from './mutating.ts';

process.exitCode = (await removeAll()) > 0 ? 1 : 0;
