import fs from 'node:fs';
import { openCompany, textOf, titlesOf } from './company.ts';

const c = await openCompany();
const six = [
  'Lena Hartwig',
  'Aoife Nolan',
  'Benoît Carlier',
  'Nuria Cabrales',
  'Margaux Tessier',
  'Emre Aksoy',
];
const [a, b, d, e, f, g] = six;
const show = (r) =>
  (r.error ?? '') +
  ' ' +
  JSON.stringify(r.buttons ?? '') +
  textOf((r.response as any)?.value) +
  '\n   BTN ' +
  titlesOf(r.response) +
  ' \n   || ' +
  r.replies.map((x) => textOf(x.attachments).split('\n').slice(0, 3).join(' / ')).join(' ## ');
const P = async (p, b, d?) => {
  const r = await c.press(p, b, d);
  console.log('\n>', p, '[' + b + ']', r.status, show(r));
  return r;
};
const Q = async (p, b, d?) => {
  const r = await c.press(p, b, d);
  if (r.status != 200) console.log('\n>', p, '[' + b + ']', r.status, show(r));
  return r;
};
const card = async (p) => {
  const s = (await c.sees(p)).filter((x) => x.from === 'bot' && x.conversationId.startsWith('a:')).at(-1);
  console.log('\n== ', p, textOf(s.activity.attachments), '\n BTN', titlesOf(s.activity.attachments));
};
try {
  let r;
  for (const p of six) {
    r = await c.say(p, 'I want to learn giving feedback');
  }
  for (const p of six) await Q(p, 'I’m in');
  for (const p of six) await Q(p, 'Add objective', { objective: `Give feedback ${p}` });
  await card(a); const bt=process.argv[2];
  for (const cmd of JSON.parse(fs.readFileSync('/tmp/x/cmds.json', 'utf8'))) {
    const [who, btn, data, verbose] = cmd;
    const ps = who === '*' ? six : who === '-a' ? six.slice(1) : [six[who]];
    for (const p of ps) await (verbose ? P : Q)(p, btn, data);
    if (cmd[4]) await card(six[who] ?? a);
  }
  console.log(await c.work());
  console.log(
    (await c.door('plans')).map(
      (x) =>
        x.title +
        ' ' +
        JSON.stringify(x.tasks.map((t) => [t.title, t.percentComplete, t.details.description?.slice(0, 30)])),
    ),
  );
} catch (e) {
  console.log(e);
}
fs.writeFileSync('/tmp/x/log.txt', c.log());
await c.close();
