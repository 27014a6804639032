// The real app as a process of its own; with KILL_STEP and KILL_POINT it does not outlive that moment.
import { partsOf, startApp } from '../../bot/app.ts';
import { openAll } from '../../bot/open.ts';
import { deadlyAt, isStep, points } from './deadly.ts';

const { KILL_STEP: step = '', KILL_POINT: asked } = process.env;
const { config, store } = await openAll();
const usual = partsOf(config, store, { level: 'info', stream: process.stderr });
// A sign that it is slow would meet the fault that is meant for what it says.
const mouth = { ...usual.mouth, typing: async () => ({ is: 'done', value: {} }) as const };
const parts = { ...usual, mouth };
const point = points.find((it) => it === asked);
const app = await startApp(config, isStep(step) && point ? deadlyAt(parts, step, point) : parts);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.stdout.write('ready\n');
