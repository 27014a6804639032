// Loaded before everything else: explains a wrong Node in two lines instead of failing somewhere inside.
// Plain, old syntax on purpose: an old Node must be able to read this file to the end.
import process from 'node:process';

const major = Number(process.versions.node.split('.')[0]);
const able = typeof Temporal !== 'undefined' && Boolean(process.features.typescript);

if (major < 26 || !able) {
  const lacks = major < 26 ? '' : ' without Temporal or TypeScript';
  process.stderr.write(
    'Peerloop needs the Node 26 that npm installed with it; this is Node ' +
      process.versions.node +
      lacks +
      '.\nRun it through npm, which finds the right one: npm start\n',
  );
  process.exit(1);
}
