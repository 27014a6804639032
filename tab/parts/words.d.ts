// The languages the tab was built with, as compileWords.ts makes them: their sentences are messages of message.ts.
declare module 'virtual:words' {
  const loaders: Readonly<Record<string, () => Promise<{ default: Readonly<Record<string, unknown>> }>>>;
  export default loaders;
}
/** What is said where few come. */
declare module 'virtual:words/late' {
  const loaders: Readonly<Record<string, () => Promise<{ default: Readonly<Record<string, unknown>> }>>>;
  export default loaders;
}
