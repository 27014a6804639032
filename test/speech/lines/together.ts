// Sentences about meeting, the course, the discussion and promises.
import type { Lines } from './lines.ts';

export const together: Lines = {
  opportunity: [
    ['we could apply it to the onboarding of new colleagues', { text: 'the onboarding of new colleagues' }],
    ['Opportunity: our Monday stand-up is too long', { text: 'our Monday stand-up is too long' }],
    ['I could use it in my one-to-ones', { text: 'my one-to-ones' }],
    ['one problem we have is unclear handovers', { text: 'unclear handovers' }],
    ['problem: nobody reads our reports', { text: 'nobody reads our reports' }],
    'add an opportunity',
  ],
  schedule_meeting: [
    [
      'schedule the kick-off on Wednesday 25 November at 13:00',
      { kind: 'kickoff', date: '2026-11-25', time: '13:00' },
    ],
    ['kickoff tomorrow 10am', { kind: 'kickoff', date: '2026-11-17', time: '10:00' }],
    [
      "Let's have the kick off next Tuesday at half past three",
      { kind: 'kickoff', date: '2026-11-24', time: '15:30' },
    ],
    ['book a discussion on the 30th at 9:30', { kind: 'discussion', date: '2026-11-30', time: '09:30' }],
    ['move the discussion to 3 Dec 15:30', { kind: 'discussion', date: '2026-12-03', time: '15:30' }],
    ['How about Friday at 2pm?', { date: '2026-11-20', time: '14:00' }],
    ['shall we meet on Thursday at 11', { date: '2026-11-19', time: '11:00' }],
    ['I propose 1/12/2026 14:00', { date: '2026-12-01', time: '14:00' }],
    ['schedule a meeting for Nov 25, 1pm', { date: '2026-11-25', time: '13:00' }],
    ['could you set up an online kickoff meeting?', { kind: 'kickoff' }],
    ['Does Friday 10:00 work for everyone?', { date: '2026-11-20', time: '10:00' }],
    ['schedule the kick-off yesterday at 10', { kind: 'kickoff' }],
    ['schedule the kick-off on 1 December 2031 at 10', { kind: 'kickoff' }],
    ['plan the kick-off for Monday', { kind: 'kickoff', date: '2026-11-23' }],
    ['when is our next meeting?', {}],
    ['schedul the kick-off', { kind: 'kickoff' }],
  ],
  show_agenda: [
    'agenda',
    'show the agenda please',
    "what's on the agenda?",
    ['what is on the kick-off agenda', { kind: 'kickoff' }],
    'What will we talk about?',
  ],
  list_courses: [
    'courses',
    'which courses are there?',
    'suggest a course',
    'show our course',
    ['can you recommend a course on negotiation?', { topic: 'negotiation' }],
  ],
  pick_course: [
    ['pick the course Difficult Conversations', { course: 'Difficult Conversations' }],
    [
      "let's take the course Radical Candour https://learn.example/rc",
      { course: 'Radical Candour https://learn.example/rc' },
    ],
    ['our course is Leading Teams', { course: 'Leading Teams' }],
    ['choose course 2', { course: '2' }],
    'choose a course',
  ],
  complete_course: [
    'course done',
    'I have finished the course',
    "I'm done with the course!",
    'course ✅',
    'Completed the training.',
    'i finshed the course',
    ['I completed the course Leading Teams', { course: 'Leading Teams' }],
  ],
  add_link: [
    ['add link https://contoso.example/guide', { url: 'https://contoso.example/guide' }],
    ['please put https://a.example/x.pdf on our page', { url: 'https://a.example/x.pdf' }],
    [
      'add the link https://a.example/b?c=D: Ten questions',
      { url: 'https://a.example/b?c=D', title: 'Ten questions' },
    ],
    ['Here is a useful link: https://a.example', { url: 'https://a.example' }],
    ['save www.example.com/tips', { url: 'https://www.example.com/tips' }],
    'add a link',
  ],
  ask_question: [
    ['I have a question about chapter 2', { question: 'chapter 2' }],
    ['Question: how do I start such a talk?', { question: 'how do I start such a talk?' }],
    ['the loop diagram is unclear to me', { question: 'the loop diagram' }],
    ["I don't understand why we need three steps", { question: 'why we need three steps' }],
    [
      'unclear: the difference between coaching and mentoring',
      {
        question: 'the difference between coaching and mentoring',
      },
    ],
    'I want to ask a question',
  ],
  challenge: [
    ['challenge Lena', { member: 'Lena' }],
    ['ask Mark how he applied the course', { member: 'Mark', text: 'how he applied the course' }],
    ['Challenge Anna Schmidt: what did you try?', { member: 'Anna Schmidt', text: 'what did you try?' }],
    ['Question for Ben: When did it fail?', { member: 'Ben', text: 'When did it fail?' }],
    'I would like to challenge a colleague',
  ],
  action_plan: [
    'my action plan',
    'show the action plan',
    ['add to my action plan: Hold a weekly stand-up', { action: 'Hold a weekly stand-up' }],
    ['action: book a room with Ben', { action: 'book a room with Ben' }],
    'I want to add an action',
  ],
  commit: [
    ['I commit to asking one open question a day', { action: 'asking one open question a day' }],
    ['I promise to call the customer', { action: 'call the customer' }],
    [
      'When a report comes in late, I will call the same day.',
      { action: 'When a report comes in late, I will call the same day' },
    ],
    [
      "I'll take a breath when somebody interrupts me",
      { action: "I'll take a breath when somebody interrupts me" },
    ],
    ["I will talk to my customer, that's my commitment", { action: 'talk to my customer' }],
    ['My commitment: no mails after six', { action: 'no mails after six' }],
    'make a commitment',
    'commitment',
  ],
};
