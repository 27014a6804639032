// What our pages on the intranet are made of: typed blocks, never HTML; one adapter alone makes HTML of them.

export type Block =
  | { is: 'heading'; text: string }
  | { is: 'text'; text: string }
  | { is: 'list'; items: string[] }
  | { is: 'links'; links: { title: string; url?: string }[] };
