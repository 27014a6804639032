// Hears what people want to know or have done about their own data.
import type { Rule } from '../pattern.ts';

const wipe = `(delete|erase|remove|forget|wipe|destroy|clear|get rid of|purge|delete all|erase all|
  remove all|delete
    all of|erase all of)`;
const get = `(export|download|send|send me|give me|get|extract|save|show me|show|receive|get me|
  email me|provide|
    hand me|hand over|request)`;
const words = `(objectives|answers|commitment|commitments|check ins|data|information|messages|notes|
  words|progress|
    self assessment|assessment|ratings|what i write|what i wrote|what i say|this|it|my data|my answers|
    evidence|chat)`;
const hold = '(store|keep|save|collect|know|have|record|hold|process|remember|gather|share)';

export const privacy: Rule[] = [
  {
    intent: 'export_data',
    says: [
      `${get} [all|all of] <data> [you have|you store|stored|you keep|to me|as a file|as file|in a file]`,
      'i want (my data|a copy of my data|all my data|to have my data)',
      `[i want|i need|i would like|have|get|make|request] [a|an|my] (data export|export of my data|copy of
        my data)`,
      'data portability [request]',
      'make a data (export|access) request',
      'subject access request',
      'take my data with me',
    ],
  },
  {
    intent: 'delete_data',
    says: [
      `${wipe} [all|all of] <data> [you have|you store|stored|you keep|completely|for good|from peerloop|
        here]`,
      `${wipe} [all] (my account|my profile|me|me completely|everything i wrote|everything i have written|
        all i wrote|all i have written|all my answers|my whole history|my history|all traces of me)`,
      '(i want|ask|i ask) [you] to be (forgotten|erased|deleted)',
      'be (forgotten|erased|deleted)',
      '[i want|i would like|have|to have] (<data>) (deleted|erased|removed)',
      'right to be forgotten',
    ],
  },
  {
    intent: 'privacy_info',
    says: [
      `who [else] (can|may|could|will|does|gets to|is able to) (see|sees|read|reads|access|view|look at|
        know) [all] [my|our|the|all my] ${words} [i write|here|i wrote|about me]`,
      `who [else] (sees|reads|has access to|knows) [all] [my|our|the|all my] ${words} [i write|here|i
        wrote|about me]`,
      `(can|does|will|could|may) [my|the|our] (boss|manager|supervisor|hr|team|company|employer|others|
        team lead|other members|human resources|facilitator) (see|read|access|view|know|get) [all] [my|our
        |the] ${words} [i write|here|i wrote|about me]`,
      `is [my|the|our] (boss|manager|supervisor|hr|team|company|employer|team lead|facilitator) going to
        (see|read|know|get|hear of|hear about) [all] [my|our|the] ${words} [i write|here|i wrote|about me]`,
      `(is|are) (it|this|that|my|our|the|what i write|what i say) [${words}] (private|confidential|
        anonymous|secret|safe|public|visible to others|visible to my boss|visible to my manager|visible to
        hr|visible to everyone|shared|encrypted)`,
      `what (data|information) (do|does|is|are|will) [you|peerloop|this bot|the bot] (${hold}|stored|kept|
        collected|saved) [about me|on me|of me|about us]`,
      `(what|which data|which information) do you ${hold} (about|on) me`,
      `how (long|do you) (do you|is it|is my data|are my data) [${hold}|kept|stored] [my data|it|the data|
        data]`,
      `(what|where|how) (happens to|is|are|happens with|do you use|do you store|do you keep) my data
        [stored|used|kept|protected|processed]`,
      `[<show>] [<the>] (privacy|data protection|privacy policy|privacy notice|privacy information|privacy
        statement|gdpr|privacy settings)`,
      '(tell|show) me [more] about (privacy|data protection|my privacy|how you use my data)',
      `do you (share|sell|pass on|show) (my data|this|what i write|what i say|my answers) [to anyone|with
        anyone|with others|with my boss|with hr|to my boss|to hr|with my manager]`,
    ],
  },
];
