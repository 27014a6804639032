// How Teams dresses Adaptive Cards: host settings of their renderer, with colours from the theme in force.

const shade = (name) => ({ default: `var(--${name})`, subtle: `var(--${name}-quiet, var(--text-quiet))` });

const foreground = {
  default: { default: 'var(--text)', subtle: 'var(--text-quiet)' },
  dark: { default: 'var(--text)', subtle: 'var(--text-quiet)' },
  light: { default: 'var(--text-quiet)', subtle: 'var(--text-quiet)' },
  accent: shade('accent'),
  good: shade('good'),
  warning: shade('warning'),
  attention: shade('attention'),
};

const container = (backgroundColor) => ({
  backgroundColor,
  borderColor: 'var(--line)',
  foregroundColors: foreground,
});

export const hostConfig = {
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container('var(--surface)'),
    emphasis: container('var(--sunken)'),
    accent: container('var(--accent-soft)'),
    good: container('var(--good-soft)'),
    warning: container('var(--warning-soft)'),
    attention: container('var(--attention-soft)'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 0,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small' },
  },
  textBlock: { headingLevel: 3 },
};
