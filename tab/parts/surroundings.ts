// What every part of the page may ask for: the Teams client around us and the app's API.
import { createContext, use } from 'react';
import type { Api } from '../api/api.ts';
import type { Host } from '../host/host.ts';

export interface Around {
  host: Host;
  api: Api;
}

export const AroundContext = createContext<Around | undefined>(undefined);

export function useAround(): Around {
  const around = use(AroundContext);
  if (!around) throw new Error('This part stands inside the page.');
  return around;
}
