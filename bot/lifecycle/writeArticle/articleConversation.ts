// Hears about the article: what it says, what is to be in it, for whom it is, and that somebody says yes to it.
import { articleOf } from '../../group/article.ts';
import { type Heard, type Here, type Reply, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal, refuse } from '../decision.ts';

const show =
  (what: string) =>
  (_: Heard, here: Here): Reply => {
    const group = whichGroup(here);
    if (isRefusal(group)) return group;
    return articleOf(group) ? { show: what, group: group.id } : refuse('noArticle');
  };

const run =
  (command: string) =>
  (_: Heard, here: Here): Reply => {
    const group = whichGroup(here);
    return isRefusal(group) ? group : { run: { do: command, group: group.id } };
  };

/** With nothing to write down it is asked for. */
function add({ slots: { words } }: Heard, here: Here): Reply {
  const group = whichGroup(here);
  if (isRefusal(group)) return group;
  if (!articleOf(group)) return refuse('noArticle');
  return words
    ? { run: { do: 'addPassage', group: group.id, words } }
    : { show: 'article.add', group: group.id, ask: { asks: 'passage', group: group.id } };
}

function aim({ slots: { readers } }: Heard, here: Here): Reply {
  const group = whichGroup(here);
  if (isRefusal(group)) return group;
  return readers
    ? { run: { do: 'aimArticle', group: group.id, readers } }
    : { show: 'article.edit', group: group.id };
}

function retitle({ slots: { title } }: Heard, here: Here): Reply {
  const group = whichGroup(here);
  if (isRefusal(group)) return group;
  return title
    ? { run: { do: 'titleArticle', group: group.id, title } }
    : { show: 'article.title', group: group.id };
}

export const articleConversation: StepConversation = {
  hears: {
    show_article: show('article'),
    own_passages: show('article.mine'),
    draft_article: run('draftArticle'),
    // A yes is to a text that was shown.
    approve_article: show('article'),
    add_passage: add,
    aim_article: aim,
    title_article: retitle,
  },
  answers: {
    passage: (text, { group }) => ({ run: { do: 'addPassage', group, words: text } }),
  },
};
