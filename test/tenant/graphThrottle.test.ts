// The tenant's Graph takes no more of one kind in a while than Microsoft says, and names the time after which it does.
import { describe, expect, it } from 'vitest';
import { graphTrial } from './graphTrial.ts';

const published = { planner: 10, units: 1250 };

/** A company whose limits are kept, and its clock. */
async function narrow(throttles = published) {
  const trial = await graphTrial();
  trial.state.throttles = throttles;
  const { clock } = trial.state;
  const pass = (seconds: number) => {
    clock.now = new Date(Date.parse(clock.now) + seconds * 1000).toISOString();
  };
  return { ...trial, pass };
}
type Trial = Awaited<ReturnType<typeof narrow>>;

const team = ({ state }: Trial) => `/teams/${state.programmeTeam}`;

/** How many of so many calls, one after the other at one moment, were taken. */
async function taken(many: number, call: (n: number) => Promise<{ status: number }>): Promise<number> {
  let count = 0;
  for (let n = 0; n < many; n++) if ((await call(n)).status !== 429) count++;
  return count;
}

describe('In one second', () => {
  it('one team is asked four times, and the next time after a second', async () => {
    const trial = await narrow();
    const name = () => trial.get(`${team(trial)}?$select=displayName`);
    expect(await taken(6, name)).toBe(4);
    const { status, headers, body } = await name();
    expect({ status, body }).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
    expect(headers['retry-after']).toBe('1');
    trial.pass(1);
    expect((await name()).status).toBe(200);
  });

  it('one channel is asked once, and the others of its team meanwhile', async () => {
    const trial = await narrow();
    const channels = `${team(trial)}/channels`;
    const made = [
      await trial.post(channels, { displayName: 'One' }),
      await trial.post(channels, { displayName: 'Two' }),
    ];
    trial.pass(1);
    const tabs = (n: number) =>
      trial.get(`${channels}/${encodeURIComponent(String(made[n % 2]?.id))}/tabs?$expand=teamsApp`);
    expect(await taken(4, tabs)).toBe(2);
  });

  it('Planner is asked as often as the trial says', async () => {
    const trial = await narrow({ ...published, planner: 2 });
    const container = { containerId: trial.state.programmeTeam, type: 'group' };
    const plan = (n: number) => trial.post('/planner/plans', { title: `Plan ${n}`, container });
    expect(await taken(5, plan)).toBe(2);
    expect(trial.state.plans).toHaveLength(2);
    trial.pass(1);
    expect(await taken(5, plan)).toBe(2);
  });
});

describe('In one minute', () => {
  it('SharePoint does work worth so many units, and counts what it refuses', async () => {
    const trial = await narrow({ ...published, units: 10 });
    const pages = () =>
      trial.get(`/sites/${trial.state.intranetSite}/pages/microsoft.graph.sitePage?$select=id`);
    expect(await taken(8, pages)).toBe(5);
    expect(await pages()).toMatchObject({ status: 429, body: { error: { code: 'activityLimitReached' } } });
    trial.pass(60);
    expect((await pages()).status).toBe(200);
  });
});

it('a limit counts in a batch for each call of it, and nothing is limited where no trial asks for it', async () => {
  const trial = await narrow();
  const requests = Array.from({ length: 6 }, (_, n) => ({
    id: String(n),
    method: 'GET',
    url: `${team(trial)}/channels`,
  }));
  const statuses = async () => {
    const { body } = await trial.post('/$batch', { requests });
    const all = Array.isArray(body.responses) ? body.responses : [];
    return all.filter(({ status }) => status === 429).length;
  };
  expect(await statuses()).toBe(2);
  delete trial.state.throttles;
  expect(await statuses()).toBe(0);
});
