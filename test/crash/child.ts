// The real app as a process of its own; with KILL_STEP and KILL_POINT it does not outlive that moment.
import { partsOf, startApp } from '../../bot/app.ts';
import { openAll } from '../../bot/open.ts';
import { deadlyAt, isStep, points } from './deadly.ts';

const { KILL_STEP: step = '', KILL_POINT: asked } = process.env;
const { config, store } = await openAll();
const parts = partsOf(config, store, { level: 'info', stream: process.stderr });
const point = points.find((it) => it === asked);
const app = await startApp(config, isStep(step) && point ? deadlyAt(parts, step, point) : parts);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.stdout.write('ready\n');
