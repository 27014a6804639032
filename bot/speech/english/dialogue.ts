// Hears what keeps a conversation going: greetings, help, thanks, yes and no, and a choice by number.
import type { Rule } from '../pattern.ts';

export const dialogue: Rule[] = [
  {
    intent: 'greet',
    says: [
      `(hi|hello|hey|hiya|howdy|yo|greetings|hallo|good day|morning|evening|hey hey|hi hi)
        [there|bot|peerloop|all|everyone|team|you|again|folks]`,
      'good (morning|afternoon|evening|day) [bot|peerloop|all|everyone|team|to you|there]',
      'hi how are you [doing] [today]',
      'how are you [doing] [today]',
      'nice to meet you',
      '(hola|bonjour|salut|servus|moin|guten tag|guten morgen|buenos dias|ciao) [peerloop|bot]',
    ],
  },
  {
    intent: 'help',
    says: [
      'help [me] [out]',
      'i [really] (need|could use|want) [some|a bit of|your] help [here|with this]',
      'can you help [me] [out] [here|with this]',
      `what (can|could) (you|i|we|peerloop|this bot) (do|say|ask|ask you|type|write) [here|for me|for us|
        in here]`,
      'what (do|are) you [do] [able to do]',
      'what is (this|peerloop|this bot|this app)',
      'who are you',
      `how (does|do|can|should) (this|it|that|peerloop|you|i|the bot|this bot|this app) (work|use this|use
        you|use peerloop)`,
      'how can you help [me|us]',
      'how (do|can|should) (i|we) (start|begin|get started)',
      'where (do|can|should) (i|we) (start|begin)',
      'what (do|should|can) (i|we) do [now|here|first]',
      'what am i supposed to do [now|here]',
      '[show|list] [me] [all|the|your] (commands|menu|options|examples|instructions|manual)',
      'what (commands|options) (do you have|are there|can i use|do you know|do you understand)',
      'which (commands|options) (do you have|are there|can i use|do you know|do you understand)',
      '(start|get started|getting started|begin)',
      'i am (lost|stuck|confused|new here|new to this)',
      'i do not (understand|get it|know what to do|know how this works|understand this|get this)',
      'explain (how this works|how it works|peerloop|yourself|this)',
      `(tell|show) me (how this works|how it works|what you can do|what i can do|more about peerloop|about
        peerloop)`,
      'what now',
      `[and] what (is|are) (it|this|that|peerloop|you) [all] (about|for|good for)`,
      '(why|what) (should|would) (i|we) (do|join|use|need) (this|it|that|peerloop) [for]',
      'what is in it for (me|us)',
      `how (much|long) (time|effort|work|hours) [does|will|would|do] (it|this|that|a group|i|we) (take|cost|
        need|last) [me|us|every week|each week|a week|per week]`,
      `how long (does|will|would) (it|this|a group|a cycle) (take|last)`,
      'how much time [is it|is needed|each week|per week]',
      `(is|are) (it|this|that|the course|objectives|the group|peerloop) (mandatory|compulsory|obligatory|
        required|voluntary|optional|free)`,
      '(do|must|should) i (have to|need to) (do|join|take part|take part in) [this|it|that]',
      'what does (it|this) cost',
      '(can|may|could|must|should) (i|we) skip (it|this|that|the course|the stage|a stage)',
      '(not sure|i am not sure) [yet|what to do|how this works]',
      '[what is] [a] good (objective|promise|question)',
      'what is a good (objective|promise|question|challenge)',
    ],
  },
  {
    intent: 'thanks',
    says: [
      `[great|perfect|super|okay|cool|many|nice|awesome|ah|wonderful] (thanks|thank you|thank u|cheers|
        much appreciated|appreciated)`,
      `(thanks|thank you) (a lot|so much|very much|again|bot|peerloop|for your help|for the help|for that|
        a million|a bunch|all) [bot|peerloop|all]`,
      '[great|perfect|lovely] [i] [really] appreciate (it|that|your help)',
      '[thanks|thank you|thanks a lot] (that|this) (was|is) [very|really] (helpful|useful)',
      'very helpful',
      `[nice|great|perfect|okay] (thanks|thank you) [so much|a lot|very much] (that|this|it) (was|is) [so|very|really] (easy|great|good|
        nice|quick|helpful|useful|lovely|perfect|kind)`,
    ],
  },
  {
    intent: 'cancel',
    says: [
      `(cancel|stop|abort|quit|exit|never mind|forget it|forget about it|drop it|leave it|scrap it) [that|
        this|it|please]`,
      '(cancel|stop) (the|this|that|my) (question|request|command|input|dialogue|conversation)',
      '(scrap|forget|drop) (that|this)',
      'skip [it|this|that]',
      'not now',
      'i (changed|have changed) my mind',
      'let us not',
    ],
  },
  {
    intent: 'undo',
    says: [
      `(undo|revert|reverse) [that|it|this|the last one|the last thing|the last step|the last change|the
        last action|my last action|my last change]`,
      'take (that|it|this) back',
      'take back (that|it|what i said|the last one)',
      '[oops] (that|this|it) was (a mistake|wrong|an accident|not what i meant|not intended)',
      'i did not mean (that|to do that|it|this)',
      'oops',
      '[oops] [no] (undo|revert) (that|it|this)',
      'oops no [undo] [that|it]',
      '(remove|delete|take back) [my] last one',
      'take my last one back',
      'roll (it|that) back',
    ],
  },
  {
    intent: 'confirm',
    says: [
      `(yes|yep|yeah|yup|y|sure|okay|of course|correct|right|exactly|confirm|confirmed|agreed|absolutely|
      definitely|
        alright|perfect|fine|sounds good|looks good|do it|do that|go ahead|go for it|why not|indeed|
        certainly) [please|do it|go ahead|of course|thanks]`,
      '(that|this|it) is (right|correct|fine|okay|good)',
      'yes (i do|i am|we do|we are|that is right|that is correct|that is fine|sure)',
      '[yes] i (agree|confirm)',
      'fine (by|with) me',
    ],
  },
  {
    intent: 'deny',
    says: [
      '(no|nope|nah|n|wrong|incorrect|negative) [thanks|thank you|please|not really|sorry|not that]',
      'not really',
      'no (i do not|i am not|we do not|that is wrong|that is not right|do not)',
      'i do not (think so|agree|want that|want to)',
      '(that|this|it) is (wrong|not right|incorrect|not correct|not what i meant|not what i want)',
      '[i would] rather not',
      'do not [do that|do it]',
    ],
  },
  {
    intent: 'choose',
    says: [
      '{position:number} [.]',
      `[i] [take|choose|pick|select|want|would like|go for|will take|will go with|go with] (number|option|
        no|nr|entry|line|position) [.] {position:number}`,
      '(take|choose|pick|select|i take|i choose|i pick|i want|i will take|go for|go with) {position:number}',
      `[i] [take|choose|pick|select|want|would like|go for|will take|will go with|go with] the
        {position:number} [one|option|entry|in the list|on the list]`,
      '{position:number} (one|option|entry)',
    ],
  },
];

/** After everything else, since the same words may be about something at hand. */
export const people: Rule[] = [
  {
    intent: 'who_can_help',
    says: [
      'who (can|could|will|would) (help|support|assist|advise) (me|us)',
      `who (can|could|do|should|may) (i|we) (ask|contact|call|talk to|turn to|write to|speak to|email|ask
        for help) [(if|about|when) {rest:ignored}]`,
      `who (supports|helps|assists|looks after|facilitates) (us|me|our group|my group|the groups|this|
        peerloop|the group) [from hr|from human resources]`,
      `who is (responsible|in charge|my facilitator|our facilitator|the facilitator|my contact|our contact
        |the contact|behind this)`,
      'who is (responsible for|in charge of) (this|peerloop|the programme|the groups|our group)',
      `(i|we) need [to talk to|to speak to] [a|an|the|our|some] (facilitator|human|person|real person|hr|
        human resources|contact) [contact|support]`,
      `(talk|speak|write) to (a human|a person|a real person|someone|somebody|hr|human resources|a
        facilitator|the facilitator|our facilitator)`,
      `(contact|call|get|reach|ask) [a|the|our|my] (hr|human resources|facilitator|human|human being|
        support|contact person) [please]`,
      'is there (someone|somebody|a person|a human|anyone) (i|we) can (ask|talk to|speak to|contact)',
      '[a|the|our|my] (facilitator|contact person|support contact|support|human)',
      `how (do|can) (i|we) (reach|contact|find) (hr|human resources|a facilitator|the facilitator|our
        facilitator|support|a human)`,
    ],
  },
  {
    // Whoever is in trouble gets a person to turn to at once; nothing of it is kept.
    intent: 'who_can_help',
    with: { trouble: 'yes' },
    says: [
      `i (am|feel) [so|very|totally|completely|being|feeling|really] (burned out|burnt out|bullied|harassed|
        overwhelmed|exhausted|desperate|depressed|mobbed)`,
      'i am so stressed [{rest:ignored}]',
      'i am being (bullied|harassed|mobbed|discriminated|threatened) [{rest:ignored}]',
      'i (can not|could not) (cope|take it|go on|sleep) [any more|any longer|with this|like this]',
      `(someone|somebody|a colleague|my boss|my manager) (is bullying|bullies|harasses|is harassing|
        threatens|is threatening) me [{rest:ignored}]`,
      'i (have|am having) a burn out',
    ],
  },
];
