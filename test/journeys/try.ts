import fs from 'node:fs';
import { openCompany, textOf, titlesOf } from './company.ts';
const c = await openCompany();
const six = ['Lena Hartwig','Aoife Nolan','Benoît Carlier','Nuria Cabrales','Margaux Tessier','Emre Aksoy'];
const last = async (p:string)=>{const s=await c.sees(p); return s.filter(x=>x.from==='bot').at(-1)};
const show=(r)=> (r.error??'')+' '+JSON.stringify(r.buttons??'')+ textOf((r.response as any)?.value).slice(0,400)+' || '+r.replies.map((x)=>textOf(x.attachments).split('\n').slice(0,3).join(' / ')).join(' ## ');
const P=async(p,b,d?)=>{const r=await c.press(p,b,d);console.log('>',p,'['+b+']',r.status,show(r));return r};
try {
let r;
for (const p of six) { r = await c.say(p, 'I want to learn giving feedback'); }
console.log(show(r), await c.work());
for (const p of six) await P(p,'I’m in');
console.log(await c.work());
console.log((await c.door('channels')).map(x=>x.displayName+' '+x.description), (await c.door('pages')).map(x=>x.name+' '+x.publishingState?.level+x.webUrl));
console.log(textOf((await last(six[0])).activity.attachments));
for (const p of six) await P(p,'Add objective',{objective:`I can do <b>x</b> and [y](http://evil) List<String> ${p}`});
console.log(textOf((await last(six[0])).activity.attachments), titlesOf((await last(six[0])).activity.attachments));
} catch(e) { console.log(e) }
fs.writeFileSync('/tmp/x/log.txt', c.log());
await c.close();
