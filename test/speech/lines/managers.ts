// Sentences of groups in which everyone takes part: who cannot this time, and how they catch up.
import type { Lines } from './lines.ts';

export const managers: Lines = {
  excuse_me: [
    ['Excuse me: I am ill until Thursday.', { reason: 'I am ill until Thursday' }],
    ['Excuse me from the kick-off because my flight is late', { reason: 'my flight is late' }],
    ['I can’t come to the discussion, as I have a customer visit', { reason: 'I have a customer visit' }],
    ['I can’t take part this week: my daughter is ill', { reason: 'my daughter is ill' }],
    'I can’t make it this time',
    'Excuse me from the course',
  ],
  judge_commitment: [
    [
      'I kept my promise: I asked a question in every review',
      { verdict: 'kept', words: 'I asked a question in every review' },
    ],
    ['I have kept my commitment', { verdict: 'kept' }],
    [
      'I partly kept my promise, because two meetings were cancelled',
      { verdict: 'partly', words: 'two meetings were cancelled' },
    ],
    ['I kept my promise in part', { verdict: 'partly' }],
    [
      'I didn’t keep my promise because I was away for three weeks',
      { verdict: 'not', words: 'I was away for three weeks' },
    ],
    ['I broke my promise', { verdict: 'not' }],
    'What became of our promises?',
    'Show me the kept promises',
  ],
  show_u: ['Where are we on the U?', 'Show me the U', 'Explain our stages'],
  another_topic: [
    'Add another topic to our group',
    ['Our group should also learn running meetings', { topic: 'running meetings' }],
    ['Our group would like to take up the topic negotiation', { topic: 'negotiation' }],
    ['Change our topic to negotiation', { topic: 'negotiation' }],
    ['Switch our topic to weekly planning', { topic: 'weekly planning' }],
    ['switch our topic to online facilitation', { topic: 'online facilitation' }],
    ['Change the topic of our group to everyday SQL', { topic: 'everyday SQL' }],
    ['Change our topic', {}],
    ['Switch to running meetings instead', { topic: 'running meetings' }],
    ['Let us switch to the topic: negotiation', { topic: 'negotiation' }],
    'We want a second topic',
  ],
  catch_up: [
    ['I caught up on the kick-off: Orla told me everything', { words: 'Orla told me everything' }],
    'Catch up',
    'I have caught up',
  ],
};
