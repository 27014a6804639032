// Where an article lies when IT has named no site: where its group's own page does.
import { expect, test } from 'vitest';
import { articleMakes } from '../../bot/run/articleMakes.ts';
import type { Site } from '../../bot/run/making.ts';
import { ann, group, lived, start, uuid, viewOf } from '../lifecycle/given.ts';
import { atStage } from '../lifecycle/practising.ts';

const scene = atStage('practice').and(
  lived(
    start,
    { type: 'projectChosen', v: 1, kind: 'article', person: ann, title: uuid(91), tasks: 5 },
    { type: 'passageAdded', v: 1, passage: uuid(71), person: ann, words: uuid(81) },
    { type: 'articleAgreed', v: 1, title: uuid(92) },
  ),
);

/** The site in which the page is made, and the one in which it is looked for. */
async function sites(team?: string): Promise<string[]> {
  const seen: string[] = [];
  const took = async (site: string) => {
    seen.push(site);
    return { is: 'done', value: { page: 'page', url: 'https://intranet.example/a' } };
  };
  const workspace = {
    teamSite: async (of: string) => ({ is: 'done', value: { site: `site of ${of}` } }),
    makePage: took,
    findPage: took,
  };
  const site = {
    parts: { workspace, programmeTeam: 'programme', intranetSite: undefined },
    group: scene.live(),
    view: viewOf(scene, null),
    news: { is: 'build', step: 'article', group, cycle: 1 },
    ...(team ? { team } : {}),
  } as unknown as Site;
  const { call, find } = articleMakes.article(site);
  await call();
  await find?.();
  return seen;
}

test('It lies in the site of the team in which the group is', async () => {
  expect(await sites('later')).toEqual(['site of later', 'site of later']);
});

test('It lies in the site of the programme team when the group is in none', async () => {
  expect(await sites()).toEqual(['site of programme', 'site of programme']);
});
