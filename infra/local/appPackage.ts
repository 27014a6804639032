// What the tenant knows of the app from its package: version, consents, tabs and domains, filled in for this tenant.
import { z } from 'zod';
import { PUBLIC_ORIGIN } from './settings.ts';
import type { TenantState } from './state.ts';

const StaticTab = z.looseObject({
  entityId: z.string(),
  name: z.string().default(''),
  /** Teams' own tabs, the conversation and the about page, have none. */
  contentUrl: z.string().optional(),
  websiteUrl: z.string().optional(),
  scopes: z.array(z.string()),
});

const ConfigurableTab = z.looseObject({
  configurationUrl: z.string(),
  canUpdateConfiguration: z.boolean().default(true),
  scopes: z.array(z.string()),
  context: z.array(z.string()).optional(),
});

const Manifest = z.looseObject({
  version: z.string().default('1.0.0'),
  showLoadingIndicator: z.boolean().default(false),
  staticTabs: z.array(StaticTab).default([]),
  configurableTabs: z.array(ConfigurableTab).max(1).default([]),
  validDomains: z.array(z.string()).default([]),
  webApplicationInfo: z.looseObject({ resource: z.string().optional() }).optional(),
  localizationInfo: z
    .looseObject({
      additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })).default([]),
    })
    .optional(),
  authorization: z
    .looseObject({
      permissions: z
        .looseObject({
          resourceSpecific: z.array(z.looseObject({ name: z.string(), type: z.string() })).default([]),
        })
        .default({ resourceSpecific: [] }),
    })
    .optional(),
});

const Language = z.record(z.string(), z.string());

export type Languages = (file: string) => unknown;

interface PersonalTab {
  entityId: string;
  name: string;
  contentUrl: string;
  websiteUrl: string | null;
}

export interface AppPackage {
  version: string;
  /** The app's own URI (`api://…`), which a token may be meant for. */
  resource: string;
  /** Application permissions that hold where the app is installed. */
  resourcePermissions: string[];
  validDomains: string[];
  showLoadingIndicator: boolean;
  /** The tabs of its personal view, named in a person's language. */
  personalTabs(language: string): PersonalTab[];
  /** The one tab that can be added to a channel. */
  channelTab?: { configurationUrl: string; canUpdateConfiguration: boolean };
}

export const versionOf = (manifest: unknown): string => Manifest.parse(manifest).version;

export function packageOf(given: unknown, state: TenantState, languages?: Languages): AppPackage {
  const manifest = Manifest.parse(filledIn(given, state));
  const tab = manifest.configurableTabs.find(({ scopes }) => scopes.includes('team'));
  const isForChannels = tab?.context?.includes('channelTab') ?? true;
  const texts = textsOf(manifest, languages);
  return {
    version: manifest.version,
    resource: manifest.webApplicationInfo?.resource ?? '',
    resourcePermissions: (manifest.authorization?.permissions.resourceSpecific ?? [])
      .filter(({ type }) => type === 'Application')
      .map(({ name }) => name),
    validDomains: manifest.validDomains,
    showLoadingIndicator: manifest.showLoadingIndicator,
    personalTabs: (language) =>
      manifest.staticTabs.flatMap(({ entityId, name, contentUrl, websiteUrl, scopes }, at) => {
        if (contentUrl === undefined || !scopes.includes('personal')) return [];
        const ownName = texts(language)[`staticTabs[${at}].name`] ?? name;
        return [{ entityId, name: ownName, contentUrl, websiteUrl: websiteUrl ?? null }];
      }),
    ...(tab &&
      isForChannels && {
        channelTab: {
          configurationUrl: tab.configurationUrl,
          canUpdateConfiguration: tab.canUpdateConfiguration,
        },
      }),
  };
}

/** The toolkit puts values for the manifest's placeholders when it packs the app. */
function filledIn(manifest: unknown, { botId, manifestId }: TenantState): unknown {
  const values: Record<string, string> = {
    PUBLIC_HOST: new URL(PUBLIC_ORIGIN).host,
    BOT_ID: botId,
    TEAMS_APP_ID: manifestId,
  };
  const text = JSON.stringify(manifest).replaceAll(
    /\$\{\{(\w+)\}\}/g,
    (whole: string, name: string) => values[name] ?? whole,
  );
  return JSON.parse(text);
}

/** A language without a file of its own gets the manifest's own texts. */
function textsOf({ localizationInfo }: z.infer<typeof Manifest>, languages?: Languages) {
  const files = new Map(
    (languages ? (localizationInfo?.additionalLanguages ?? []) : []).map(({ languageTag, file }) => [
      languageTag,
      Language.parse(languages?.(file)),
    ]),
  );
  return (language: string): Record<string, string> =>
    files.get(language) ?? files.get(language.split('-')[0] ?? '') ?? {};
}

/** Whether a URL lies on a domain that the package names; `*` stands for one label (manifest schema). */
export function isOnValidDomain({ validDomains }: AppPackage, url: string): boolean {
  const { host } = new URL(url);
  return validDomains.some((domain) => {
    const labels = domain.split('.');
    const given = host.split('.');
    return (
      labels.length === given.length && labels.every((label, at) => label === '*' || label === given[at])
    );
  });
}
