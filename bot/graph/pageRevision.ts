// Our part of a page is written anew where it is still as we left it; what people have written stays as it is.
import { z } from 'zod';
import type { Failed } from '../outside.ts';
import type { Outcome, Workspace } from '../run/ports.ts';
import { type Call, path } from './call.ts';
import { canvasWith, markOf, type PageSection, says, sectionsOf } from './canvas.ts';
import { pageHtml } from './pageHtml.ts';
import { done, mapped, nothing, notYet, readAs } from './read.ts';

const Read = z.object({
  eTag: z.string().min(1),
  publishingState: z.object({ level: z.string(), versionId: z.string().nullish() }),
  canvasLayout: z.unknown(),
});

interface Seen {
  etag: string;
  isPublished: boolean;
  /** Nobody has published it again since we did so for the first time. */
  isFirst: boolean;
  /** Nobody has written on it or published it since we made it. */
  isNew: boolean;
  sections: PageSection[] | undefined;
}

type Marked = Outcome<{ mark: string }>;

/** Somebody writes at this moment: SharePoint refuses the change, or holds a draft that is not ours to publish. */
const busy: Outcome<never> = { is: 'wait', seconds: 30, code: 'pageInUse' };
const busyStatus = new Set([409, 412, 423]);
const orBusy = <T>(ended: Outcome<T>): Outcome<T> =>
  ended.is === 'refused' && busyStatus.has(ended.status) ? busy : ended;

/** The two refusals that people are told of by name. */
const named = (ended: Failed): Failed => {
  if (ended.is !== 'refused') return ended;
  if (ended.status === 404) return { ...ended, code: 'pageGone' };
  return ended.status === 403 ? { ...ended, code: 'pageWithheld' } : ended;
};

/** A page and how it is reached. */
interface Page {
  call: Call;
  /** Null when an id was none: the call is refused. */
  path: string | null;
}

async function read({ call, path: at }: Page): Promise<Outcome<Seen>> {
  const ended = await call({ method: 'GET', path: at, query: { $expand: 'canvasLayout' } });
  return mapped(readAs(ended, Read, true), ({ eTag, publishingState: { level, versionId }, canvasLayout }) =>
    done({
      etag: eTag,
      isPublished: level === 'published',
      // UNVERIFIED: SharePoint counts major versions from 1.0 by publishing, and minor ones from 0.1 by writing.
      isFirst: versionId === '1.0',
      isNew: level !== 'published' && versionId === '0.1',
      sections: sectionsOf(canvasLayout),
    }),
  );
}

/** For everyone, and then the mark of what has become of it. */
async function publish(page: Page, html: string): Promise<Marked> {
  const target = page.path && `${page.path}/publish`;
  const published = orBusy(nothing(await page.call({ method: 'POST', path: target })));
  if (published.is !== 'done') return named(published);
  return mapped(await read(page), ({ sections = [] }): Marked => {
    const ours = sections.find((it) => says(it, html));
    return ours ? done({ mark: markOf(ours) }) : { is: 'unknown', code: 'notAsWritten' };
  });
}

async function write(
  page: Page,
  { etag, sections = [] }: Seen,
  ours: PageSection,
  html: string,
): Promise<Marked> {
  const written = orBusy(
    await page.call({
      method: 'PATCH',
      path: page.path,
      headers: { 'If-Match': etag },
      body: { '@odata.type': '#microsoft.graph.sitePage', canvasLayout: canvasWith(sections, ours, html) },
    }),
  );
  return written.is === 'done' ? publish(page, html) : named(written);
}

async function revised(
  page: Page,
  html: string,
  mark: string | undefined,
): Promise<Outcome<{ mark: string } | { left: 'pageEdited' }>> {
  const isFirstTime = mark === undefined;
  const seen = isFirstTime ? notYet(await read(page)) : await read(page);
  if (seen.is !== 'done') return named(seen);
  const { isPublished, isFirst, isNew, sections = [] } = seen.value;
  const fits = sections.find((it) => says(it, html));
  if (fits && isNew) return publish(page, html);
  // Dressed up by people it stays theirs: the mark of what we wrote is kept.
  if (fits) return done({ mark: mark ?? markOf(fits) });
  const [only, second] = sections;
  const untouched = (isFirst || isNew) && !second ? only : undefined;
  const ours = isFirstTime ? untouched : sections.find((it) => markOf(it) === mark);
  if (!ours) return done({ left: 'pageEdited' });
  return isPublished || isNew ? write(page, seen.value, ours, html) : busy;
}

async function finished(page: Page, html: string): Promise<Outcome<{ mark: string } | null>> {
  const seen = await read(page);
  // What cannot be read, or is gone, does not say it.
  if (seen.is === 'refused') return done(null);
  if (seen.is !== 'done') return seen;
  const ours = seen.value.sections?.find((it) => says(it, html));
  if (!ours) return done(null);
  return seen.value.isPublished ? done({ mark: markOf(ours) }) : publish(page, html);
}

export function pageRevision(call: Call): Pick<Workspace, 'revisePage' | 'finishPage'> {
  const pageAt = (site: string, page: string): Page => ({
    call,
    path: path`/sites/${site}/pages/${page}/microsoft.graph.sitePage`,
  });
  return {
    revisePage: (site, page, { blocks, mark }) => revised(pageAt(site, page), pageHtml(blocks), mark),
    finishPage: (site, page, blocks) => finished(pageAt(site, page), pageHtml(blocks)),
  };
}
