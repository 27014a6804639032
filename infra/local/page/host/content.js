// A tab's own page in its place, with the dialogs that it may open over it.
import { openDialog } from './dialog.js';
import { framed } from './frame.js';
import { addressOf } from './surface.js';

/** @param {Omit<import('./surface.js').Surface, 'purpose'> & { config?: object }} about */
export function tabContent({ config = {}, ...place }) {
  const surface = { ...place, purpose: 'content' };
  /** @type {ReturnType<typeof openDialog> | undefined} */
  let dialog;
  const startTask = ({ args: [info], answer }) => {
    const inner = { ...place, purpose: 'task', url: String(info?.url ?? ''), label: info?.title ?? 'Dialog' };
    if (dialog) return answer('A dialog is open already.');
    if (!addressOf(inner)) return answer('The address of the dialog is not one of the app.');
    const over = (error, result) => {
      dialog = undefined;
      answer(error, result);
    };
    dialog = openDialog({
      title: inner.label,
      surface: inner,
      size: info,
      dismissed: () => over('User cancelled/closed the task module.'),
      functions: {
        'tasks.completeTask': ({ args: [result] }) => {
          dialog?.close();
          over(undefined, result);
        },
      },
    });
  };
  const inner = framed(surface, {
    'tasks.startTask': startTask,
    'settings.getSettings': ({ answer }) => answer(config),
  });
  return {
    ...inner,
    close: () => {
      dialog?.close();
      inner.close();
    },
  };
}
