// What keeps the promises, mechanism by mechanism: the text that is it, what is there without it, and the test that notices.

export interface Mutation {
  mechanism: string;
  file: string;
  /** Stands in the file exactly once. */
  text: string;
  instead: string;
  /** A test file, and a part of the full name of the test in it that must fail. */
  test: string;
  named: string;
}

export const mutations: readonly Mutation[] = [
  {
    mechanism: 'an activity that was handled is known by its ids',
    file: 'bot/run/conversation.ts',
    text: 'const kept = await tx.answers.get(turn.tenant, key);',
    instead: 'const kept = undefined;',
    test: 'test/run/conversation.test.ts',
    named: 'under the same id is handled once',
  },
  {
    mechanism: 'of two who handle it at once, one is overtaken',
    file: 'bot/store/answers.ts',
    text: 'if (Number(numAffectedRows) !== 1)',
    instead: 'if (numAffectedRows === undefined)',
    test: 'test/run/overlooked.test.ts',
    named: 'a press is answered as the first one was',
  },
  {
    mechanism: 'a command of the tab is done once under its key',
    file: 'bot/run/tab.ts',
    text: '(await tx.answers.get(tenant, id))?.answer as Kept | undefined;',
    instead: 'undefined;',
    test: 'test/run/overlooked.test.ts',
    named: 'a request of the tab gets the answer of the first',
  },
  {
    mechanism: 'an attempt is written down before the call',
    file: 'bot/store/leases.ts',
    text: "({ state: 'attempting', attempts: row.attempts + 1 } as const)",
    instead: '{}',
    test: 'test/store/sqlite.test.ts',
    named: 'a planned effect is claimed as news to attempt',
  },
  {
    mechanism: 'an attempt whose end is not known stays unknown',
    file: 'bot/store/leases.ts',
    text: "set({ state: 'unknown', due: instant(now), worker: null, lease_until: null })",
    instead: "set({ state: 'planned', due: instant(now), worker: null, lease_until: null })",
    test: 'test/run/leases.test.ts',
    named: 'that ran out while the call was under way is looked up, and the late answer changes nothing',
  },
  {
    mechanism: 'what was tried before is looked up before it is made',
    file: 'bot/run/perform.ts',
    text: 'if (effect.attempts > 1 && act.find) {',
    instead: 'if (effect.attempts < 0 && act.find) {',
    test: 'test/run/leases.test.ts',
    named: 'that had to wait is looked up before it is made again',
  },
  {
    mechanism: 'a message whose answer was lost is not sent again',
    file: 'bot/run/settlement.ts',
    text: 'due: canLookUp ? inSeconds(now, named(outcome, graceSeconds)) : null,',
    instead: 'due: inSeconds(now, graceSeconds),',
    test: 'test/run/settlement.test.ts',
    named: 'a lost message never moves again',
  },
  {
    mechanism: 'the lease is checked just before the call',
    file: 'bot/run/perform.ts',
    text: '((await holds(tx)) ? actOn(parts, tx, effect, now) : undefined)',
    instead: 'actOn(parts, tx, effect, now)',
    test: 'test/run/leases.test.ts',
    named: 'that is nearly over begins no call; the row is looked up twice before it is tried again',
  },
  {
    mechanism: 'of several replicas one performs',
    file: 'bot/run/hands.ts',
    text: 'const goesOn = () => !stopped && isOurs();',
    instead: 'const goesOn = () => !stopped;',
    test: 'test/run/lead.test.ts',
    named: 'only the hands of the replica that leads perform',
  },
  {
    mechanism: 'the lead is not taken from who has it',
    file: 'bot/store/lead.ts',
    text: "was.or([was('leads.worker', '=', worker), was('leads.until', '<=', machineNow)])",
    instead: 'was.lit(true)',
    test: 'test/store/sqlite.test.ts',
    named: 'is taken by the first, and kept by nobody else',
  },
  {
    mechanism: 'what was read is still so when it is decided by',
    file: 'bot/store/pen.ts',
    text: 'await unmoved(trx, tenant, seen);',
    instead: '',
    test: 'test/store/replicas.test.ts',
    named: 'are not decided by once they have moved, not even where nothing is appended to them',
  },
  {
    mechanism: 'what followed before a restore does not follow again',
    file: 'bot/run/planning.ts',
    text: 'mayBeDone: mayBeDone && due(news, now) <= now,',
    instead: 'mayBeDone: false,',
    test: 'test/journeys/restored.test.ts',
    named: 'tells nobody anything that they may have been told',
  },
  {
    mechanism: 'a task is written over the version that was read',
    file: 'bot/graph/planner.ts',
    text: "'If-Match': now.value['@odata.etag'], ",
    instead: '',
    test: 'test/graph/workspace.test.ts',
    named: 'is read again and merged once when a person was quicker',
  },
  {
    mechanism: 'a page is written over the version that was read',
    file: 'bot/graph/pageRevision.ts',
    text: "headers: { 'If-Match': etag },",
    instead: '',
    test: 'test/graph/pageRevision.test.ts',
    named: 'is changed over the version that was read, published, and read back',
  },
  {
    mechanism: 'an activity is of our tenant',
    file: 'bot/identity/incomingBot.ts',
    text: 'named.length > 0 && named.every((id) => id === settings.tenantId)',
    instead: 'true',
    test: 'test/identity/incomingBot.test.ts',
    named: 'a true token does not help an activity of another tenant',
  },
  {
    mechanism: 'an activity comes from a connector that is listed',
    file: 'bot/identity/incomingBot.ts',
    text: "if (!settings.isConnector(serviceUrl)) return no(403, 'otherConnector');",
    instead: '',
    test: 'test/identity/incomingBot.test.ts',
    named: 'a true token does not help an activity whose service is not a connector we know',
  },
  {
    mechanism: 'a token of the tab is of our tenant',
    file: 'bot/identity/incomingTab.ts',
    text: "if (tid !== tenantId) return no(401, 'tenant');",
    instead: '',
    test: 'test/identity/incomingTab.test.ts',
    named: 'whose tenant and issuer differ',
  },
  {
    mechanism: 'a token of the tab is issued for our tenant',
    file: 'bot/identity/incomingTab.ts',
    text: 'issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,',
    instead: '',
    test: 'test/identity/incomingTab.test.ts',
    named: 'of another tenant that says it is ours',
  },
  {
    mechanism: 'who may ask is asked of every route',
    file: 'bot/web/policy.ts',
    text: 'Object.values(readers[what]).every((it) => isAmong[it](who, on));',
    instead: 'Object.values(readers[what]).length > 0;',
    test: 'test/web/api.test.ts',
    named: 'inside for teammate answers 404',
  },
  {
    mechanism: 'markdown is escaped on a card',
    file: 'bot/cards/escape.ts',
    text: ".replace(inLine, '\\\\$&')",
    instead: '',
    test: 'test/cards/parts.test.ts',
    named: 'are escaped in headings and facts',
  },
  {
    mechanism: 'HTML is escaped on a page',
    file: 'bot/graph/pageHtml.ts',
    text: `.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');`,
    instead: ';',
    test: 'test/graph/pageHtml.test.ts',
    named: 'whatever is written stays words',
  },
  {
    mechanism: 'of two replicas, one at a time gives places in a team away',
    file: 'bot/store/shards.ts',
    text: 'await pen.take();',
    instead: '',
    test: 'test/store/replicas.test.ts',
    named: 'no two stores give a fourth',
  },
  {
    mechanism: 'whoever needs a team waits for the one that is being made',
    file: 'bot/limits/room.ts',
    text: 'const coming = inOrder.find(({ ready }) => !ready);',
    instead: 'const coming = inOrder.find(({ no }) => no !== undefined);',
    test: 'test/limits/room.test.ts',
    named: 'one team is made at a time',
  },
];

/** The file's text without the mechanism. */
export function without({ file, text, instead }: Mutation, source: string): string {
  const [before, after, ...more] = source.split(text);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} does not have this exactly once: ${text}`);
  return before + instead + after;
}
