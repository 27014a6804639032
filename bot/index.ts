// Starts the app: settings, store, parts; and ends it cleanly when asked to.
import { partsOf, startApp } from './app.ts';
import { openAll } from './open.ts';

const { config, store } = await openAll();
const app = await startApp(config, partsOf(config, store, { level: config.logLevel }));

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
