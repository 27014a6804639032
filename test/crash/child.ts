// The real app as a process of its own; with KILL_STEP and KILL_POINT it does not outlive that moment.
import { mkdirSync } from 'node:fs';
import { partsOf, startApp } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { deadlyAt, isStep, points } from './deadly.ts';

const { KILL_STEP: step = '', KILL_POINT: asked } = process.env;
const config = readConfig(process.env);
if ('refused' in config) throw new Error(`${config.refused} ${config.why}`);
if (config.store.is !== 'sqlite') throw new Error('The child keeps its state in a folder.');
mkdirSync(config.store.folder, { recursive: true });
const store = await openSqlite(config.store.folder);
const parts = partsOf(config, store, { level: 'info', stream: process.stderr });
const point = points.find((it) => it === asked);
const app = await startApp(config, isStep(step) && point ? deadlyAt(parts, step, point) : parts);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.stdout.write('ready\n');
