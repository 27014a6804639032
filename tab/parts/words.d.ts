// The languages the tab was built with; made by compileWords.ts.
declare module 'virtual:words' {
  type Catalogue = Readonly<Record<string, import('./message.ts').Message>>;
  const loaders: Readonly<Record<string, () => Promise<{ default: Catalogue }>>>;
  export default loaders;
}
